package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/// Numbers of half precision on devices that have none: as their bits.
final class Halves {

  private Halves() {}

  /// By its exponent, what the last bit of a number is worth.
  static FloatArray worths() {
    FloatArray worths = new FloatArray(32);
    for (int exponent = 0; exponent < 32; exponent++) {
      worths.set(exponent, (float) Math.scalb(1.0, Math.max(exponent, 1) - 25));
    }
    return worths;
  }

  /// The number that 16 bits stand for; infinities and what is no number become numbers.
  ///
  /// [Float#float16ToFloat] is compiled as if it took an integer, and numbers cannot be made from
  /// bits at all, so that this one is put together with arithmetic.
  static float value(int bits, FloatArray worths) {
    int exponent = (bits >> 10) & 31;
    int digits = bits & 1023;
    if (exponent > 0) {
      digits = digits + 1024;
    }
    float value = digits * worths.get(exponent);
    if (bits < 0) {
      value = -value;
    }
    return value;
  }
}
