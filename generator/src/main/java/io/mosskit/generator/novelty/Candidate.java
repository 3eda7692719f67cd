package io.mosskit.generator.novelty;

import java.util.Arrays;

/// A prompt that is being judged, and the room that judging it takes. One a thread.
final class Candidate {

  private final LongestCommonSubsequence subsequence = new LongestCommonSubsequence();
  private int[] sorted = new int[64];
  int[] symbols = new int[64];
  int[] counts = new int[64];

  /// The units in order of their frequency in a segment: frequency and index in [#symbols].
  long[] order = new long[64];

  /// Signatures of the units of each rank and those after it.
  long[] first = new long[65];

  long[] second = new long[65];

  /// Prompts that may be near.
  int[] passed = new int[64];

  int length;
  int distinct;

  void set(int[] units, int vocabulary) {
    length = units.length;
    if (length > sorted.length) {
      enlarge(length + (length >> 1));
    }
    System.arraycopy(units, 0, sorted, 0, length);
    Arrays.sort(sorted, 0, length);
    distinct = 0;
    for (int i = 0; i < length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        symbols[distinct] = sorted[i];
        counts[distinct++] = 0;
      }
      counts[distinct - 1]++;
    }
    subsequence.set(units, vocabulary);
  }

  private void enlarge(int room) {
    sorted = new int[room];
    symbols = new int[room];
    counts = new int[room];
    order = new long[room];
    first = new long[room + 1];
    second = new long[room + 1];
  }

  /// Room for so many prompts that may be near.
  int[] passed(int room) {
    if (room > passed.length) {
      passed = new int[room + (room >> 1)];
    }
    return passed;
  }

  /// Compares with a prompt, by its units alone where these already keep it out.
  void compare(int[] units, int start, int its, int prompt, Nearest nearest) {
    int end = start + its;
    int both = length + its;
    if (nearest.isReachedBy(subsequence.held(units, start, end), both, prompt)) {
      nearest.offer(prompt, subsequence.with(units, start, end), both);
    }
  }
}
