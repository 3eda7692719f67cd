package io.mosskit.curation;

/// Something that a stage counts of a record.
///
/// @param group what is counted: `privacy`, `tag:task` …
/// @param name which of it: `email`, `coding` …
/// @param count how often, at least 1
record Mark(String group, String name, long count) {

  Mark {
    if (count < 1) {
      throw new IllegalArgumentException("counted " + count + " times: " + group + " " + name);
    }
  }
}
