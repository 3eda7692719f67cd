package io.mosskit.curation.contamination;

import java.util.Arrays;

/// Lists of numbers, one after another in one array.
///
/// @param starts of list `i` in `values`; one more than there are lists
/// @param values the numbers of all lists
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Postings(int[] starts, int[] values) {

  /// Where a list begins.
  int from(int list) {
    return starts[list];
  }

  /// Where it ends.
  int to(int list) {
    return starts[list + 1];
  }

  int get(int place) {
    return values[place];
  }

  /// The place of a number in an ascending list, negative where it is not in it.
  int indexOf(int list, int value) {
    return Arrays.binarySearch(values, starts[list], starts[list + 1], value);
  }
}
