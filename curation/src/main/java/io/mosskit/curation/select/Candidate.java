package io.mosskit.curation.select;

import java.util.List;
import java.util.OptionalDouble;

/// What the selection knows of a record.
///
/// @param number its place in the input, from 0
/// @param id its id
/// @param category its category, `none` where it has none
/// @param lacking the tags that are wanted and that it has none of; empty where it may be chosen
/// @param score its number; empty where it has none
record Candidate(
    int number, String id, String category, List<String> lacking, OptionalDouble score) {

  Candidate {
    lacking = List.copyOf(lacking);
  }
}
