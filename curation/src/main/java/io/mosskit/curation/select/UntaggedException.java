package io.mosskit.curation.select;

import java.util.SortedSet;

/// Records are to be chosen by tags of a facet about which no record has any.
public final class UntaggedException extends Exception {

  private static final long serialVersionUID = 1L;

  UntaggedException(String facet, SortedSet<String> there) {
    super(
        "no record has a tag of the facet \"%s\"; %s; write tags with mosskit tag apply, or name another facet"
            .formatted(
                facet,
                there.isEmpty()
                    ? "there are no tags at all"
                    : "there are tags of " + String.join(", ", there)));
  }
}
