package io.mosskit.plugins;

/// What one call may cost. No clock is among them: a call that succeeds on one machine succeeds on
/// every machine.
///
/// @param argumentCharacters the longest argument, in UTF-16 units
/// @param resultCharacters the longest answer, in UTF-16 units
/// @param nestingDepth how many operations may be open at once while an argument is read, 1 to 200:
///   what Python allows parentheses and any thread's stack carries
/// @param integerBits the widest integer that a calculation may pass through, 1 to 2²⁹
/// @param work the sum over a call's steps, in products of two 32-bit words; about 10⁹ take a
///   second
public record Limits(
    int argumentCharacters, int resultCharacters, int nestingDepth, int integerBits, long work) {

  /// Room for every published call many times over, in well under a second. The answer may have as
  /// many digits as Python converts by default.
  public static final Limits DEFAULT = new Limits(4096, 4300, 100, 131_072, 1L << 28);

  private static final int DEEPEST = 200;
  private static final int WIDEST = 1 << 29;

  public Limits {
    requireWithin(Integer.MAX_VALUE, "argumentCharacters", argumentCharacters);
    requireWithin(Integer.MAX_VALUE, "resultCharacters", resultCharacters);
    requireWithin(DEEPEST, "nestingDepth", nestingDepth);
    requireWithin(WIDEST, "integerBits", integerBits);
    requireWithin(Long.MAX_VALUE, "work", work);
  }

  private static void requireWithin(long most, String component, long value) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(component + " is " + value + "; expected 1 to " + most);
    }
  }
}
