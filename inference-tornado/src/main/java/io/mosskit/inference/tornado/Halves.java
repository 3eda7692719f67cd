package io.mosskit.inference.tornado;

/// Numbers of half precision on devices that have none: as their bits.
final class Halves {

  private Halves() {}

  /// The number that 16 bits stand for; infinities and what is no number become numbers.
  ///
  /// [Float#float16ToFloat] is compiled as if it took an integer, and numbers cannot be made from
  /// bits at all, so that this one is put together with arithmetic, all of it exact.
  static float value(int bits) {
    int exponent = (bits >> 10) & 31;
    int digits = bits & 1023;
    int power = 1;
    if (exponent > 0) {
      digits = digits + 1024;
      power = exponent;
    }
    float value = digits * (float) (1 << power) * 0x1p-25f;
    if (bits < 0) {
      value = -value;
    }
    return value;
  }
}
