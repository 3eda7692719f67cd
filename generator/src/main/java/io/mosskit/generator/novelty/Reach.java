package io.mosskit.generator.novelty;

/// What is known of the postings of a segment by the block, [#BLOCK] in a row, so that most of the
/// long lists of a large pool are passed over without a look at their tails: how long the prompt of
/// the first one is, and the longest candidate that can score as much as the floor with any of
/// them.
///
/// A prompt of m units that has `left` of them from a unit on, and is met first at this unit,
/// shares no more than these. So a candidate of more than [Nearest#greatestLength] units stays
/// below the floor with it.
final class Reach {

  private static final int SHIFT = 4;

  /// How many postings are passed over at once.
  static final int BLOCK = 1 << SHIFT;

  private final byte[] lengths;
  private final int[] candidates;

  /// @param firsts the first words of the tails of all postings
  /// @param floor the least score that a search looks for
  Reach(long[] firsts, Nearest floor) {
    int blocks = (firsts.length + BLOCK - 1) >> SHIFT;
    lengths = new byte[blocks];
    candidates = new int[blocks];
    for (int i = 0; i < firsts.length; i++) {
      int block = i >> SHIFT;
      lengths[block] = (byte) Tail.length(firsts[block << SHIFT]);
      candidates[block] = Math.max(candidates[block], longestCandidate(firsts[i], floor));
    }
  }

  private static int longestCandidate(long first, Nearest floor) {
    int length = Tail.length(first);
    long greatest =
        length == Tail.MANY ? Integer.MAX_VALUE : floor.greatestLength(length, Tail.left(first));
    return (int) Math.min(Integer.MAX_VALUE, greatest);
  }

  /// The first block boundary in a list that is sorted by length from where on all prompts have at
  /// least so many units; the list's end where there is none.
  int boundary(long length, int begin, int end) {
    int low = (begin + BLOCK - 1) >> SHIFT;
    int high = (end + BLOCK - 1) >> SHIFT;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Byte.toUnsignedInt(lengths[middle]) < Math.min(length, Tail.MANY)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.min(low << SHIFT, end);
  }

  /// The first posting from here on, before an end, that may be near to a candidate of n units; the
  /// end where there is none.
  int next(int posting, int end, int n) {
    int at = posting;
    while (at < end && candidates[at >> SHIFT] < n) {
      at = endOfBlock(at);
    }
    return Math.min(at, end);
  }

  /// Where those end, from here on, that may be near.
  int endOfRun(int posting, int end, int n) {
    int at = posting;
    while (at < end && candidates[at >> SHIFT] >= n) {
      at = endOfBlock(at);
    }
    return Math.min(at, end);
  }

  private static int endOfBlock(int posting) {
    return ((posting >> SHIFT) + 1) << SHIFT;
  }
}
