package io.mosskit.generator.novelty;

/// How far the postings of a segment reach: for each [#BLOCK] of them in a row, the longest
/// candidate that can score as much as the floor with one of their prompts.
///
/// A prompt of m units that has `left` of them from a unit on, and is met first at this unit,
/// shares no more than these. So a candidate of more than [Nearest#greatestLength] units stays
/// below the floor with it. Long lists of a large pool are passed over in blocks so, without a look
/// at their tails.
final class Reach {

  private static final int SHIFT = 4;

  /// How many postings are passed over at once.
  static final int BLOCK = 1 << SHIFT;

  private final int[] longest;

  /// @param firsts the first words of the tails of all postings
  /// @param floor the least score that a search looks for
  Reach(long[] firsts, Nearest floor) {
    longest = new int[(firsts.length + BLOCK - 1) >> SHIFT];
    for (int i = 0; i < firsts.length; i++) {
      int block = i >> SHIFT;
      longest[block] = Math.max(longest[block], longest(firsts[i], floor));
    }
  }

  private static int longest(long first, Nearest floor) {
    int length = Tail.length(first);
    boolean unknown = length == Tail.MANY || Tail.left(first) == Tail.MANY;
    long greatest = unknown ? Integer.MAX_VALUE : floor.greatestLength(length, Tail.left(first));
    return (int) Math.min(Integer.MAX_VALUE, greatest);
  }

  /// The first posting from here on, before an end, that may be near to a candidate of n units; the
  /// end where there is none.
  int next(int posting, int end, int n) {
    int at = posting;
    while (at < end && longest[at >> SHIFT] < n) {
      at = endOfBlock(at);
    }
    return Math.min(at, end);
  }

  /// Where those end, from here on, that may be near.
  int endOfRun(int posting, int end, int n) {
    int at = posting;
    while (at < end && longest[at >> SHIFT] >= n) {
      at = endOfBlock(at);
    }
    return Math.min(at, end);
  }

  private static int endOfBlock(int posting) {
    return ((posting >> SHIFT) + 1) << SHIFT;
  }
}
