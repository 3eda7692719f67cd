package io.mosskit.generator.novelty;

/// What a prompt holds from one of its units on, the rarest unit first: the set of these units, how
/// many they are, and how many units the prompt has, in two words. The numbers stand in the upper
/// two bytes of the first word, [#MANY] for that and more. The set is there twice, in the 48 bits
/// that are left, which keep most prompts out by themselves, and in the 64 of the second word.
///
/// A unit has one bit in each. Where a bit of the one text is not set in the other, every unit of
/// the one that has this bit is not in the other. So two texts share at most as many units, counted
/// with repetition, as the one has, less those whose bits the other lacks: at least one a bit, and
/// at least two for a bit that is known to stand for several.
final class Tail {

  static final int MANY = 255;

  /// The bits of the set in the first word.
  static final long SET = (1L << 48) - 1;

  private static final int FIRST = 48;
  private static final int LEFT_SHIFT = 48;
  private static final int LENGTH_SHIFT = 56;

  private Tail() {}

  /// What a unit sets in the first word.
  static long first(int symbol) {
    return 1L << (((symbol * 0x9E3779B9L & 0xFFFFFFFFL) * FIRST) >>> 32);
  }

  /// What a unit sets in the second word.
  static long second(int symbol) {
    return 1L << ((symbol * 0x85EBCA6B) >>> 26);
  }

  /// The first word.
  ///
  /// @param set bits of the first word only
  /// @param left how many units there are from this one on
  /// @param length how many the prompt has
  static long pack(long set, int left, int length) {
    return set
        | (long) Math.min(MANY, left) << LEFT_SHIFT
        | (long) Math.min(MANY, length) << LENGTH_SHIFT;
  }

  static int left(long first) {
    return (int) (first >>> LEFT_SHIFT) & MANY;
  }

  static int length(long first) {
    return (int) (first >>> LENGTH_SHIFT);
  }
}
