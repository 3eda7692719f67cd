package io.mosskit.generator.novelty;

/// The set of a prompt's units in 120 bits, and its length: two words, the length (255 for all that
/// are longer) in the upper byte of the first.
///
/// A unit has one bit. Where a bit of the one text is not set in the other, at least one unit of
/// the one is not in the other. So two texts share at most as many units, counted with repetition,
/// as the one has, less the number of its bits that the other lacks.
final class Signature {

  static final int LONG = 255;
  private static final int LENGTH_SHIFT = 56;
  private static final long SET = (1L << LENGTH_SHIFT) - 1;
  private static final int BITS = LENGTH_SHIFT + Long.SIZE;

  private Signature() {}

  private static int bit(int symbol) {
    return (int) (((symbol * 0x9E3779B9L & 0xFFFFFFFFL) * BITS) >>> 32);
  }

  /// What a unit sets in the first word.
  static long first(int symbol) {
    int bit = bit(symbol);
    return bit < LENGTH_SHIFT ? 1L << bit : 0;
  }

  /// What a unit sets in the second word.
  static long second(int symbol) {
    int bit = bit(symbol);
    return bit < LENGTH_SHIFT ? 0 : 1L << (bit - LENGTH_SHIFT);
  }

  static long length(int units) {
    return (long) Math.min(LONG, units) << LENGTH_SHIFT;
  }

  /// The length in a first word, [#LONG] where it is that or more.
  static int lengthOf(long first) {
    return (int) (first >>> LENGTH_SHIFT);
  }

  /// How many bits of the one set are not in the other.
  static int missing(long first, long second, long otherFirst, long otherSecond) {
    return Long.bitCount(first & ~otherFirst & SET) + Long.bitCount(second & ~otherSecond);
  }
}
