package io.mosskit.inference.making;

/// The evenly spaced values to which the weights of a group are rounded: `(code - zero) * scale`
/// for the codes 0 to `mostCode`.
///
/// @param scale the spacing, a half-precision number
/// @param zero the code of 0, at least 1
/// @param mostCode the largest code
record Grid(float scale, int zero, int mostCode) {

  private static final float LEAST_SCALE = Float.float16ToFloat((short) 1);

  /// The grid that spans the weights `[from, to)` of a row and 0.
  static Grid of(float[] row, int from, int to, int bits) {
    float least = 0;
    float most = 0;
    for (int i = from; i < to; i++) {
      least = Math.min(least, row[i]);
      most = Math.max(most, row[i]);
    }
    int mostCode = (1 << bits) - 1;
    // A group without negative weights has no code below its zero to spare: the zero takes one.
    int steps = least < 0 ? mostCode : mostCode - 1;
    float scale = halfAtLeast((most - least) / steps);
    int zero = (int) Math.clamp(Math.rint(-least / scale), 1, mostCode);
    return new Grid(scale, zero, mostCode);
  }

  /// The least half-precision number that is no smaller, so that the ends of the grid reach the
  /// outermost weights.
  private static float halfAtLeast(float scale) {
    float half = Float.float16ToFloat(Float.floatToFloat16(scale));
    if (half < scale) {
      half = Float.float16ToFloat((short) (Float.floatToFloat16(scale) + 1));
    }
    return Math.max(half, LEAST_SCALE);
  }

  /// Whether the weights held something that is no finite number, or too large for any scale.
  boolean isBroken() {
    return !Float.isFinite(scale);
  }

  short scaleBits() {
    return Float.floatToFloat16(scale);
  }

  /// The code of the nearest value.
  int code(float weight) {
    return (int) Math.clamp(Math.rint(weight / scale) + zero, 0, mostCode);
  }

  /// The value of a code.
  float value(int code) {
    return (code - zero) * scale;
  }
}
