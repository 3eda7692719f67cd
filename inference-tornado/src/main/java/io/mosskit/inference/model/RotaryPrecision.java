package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.MossConfig;

/// How the inverse frequencies of the rotary embedding are rounded. The published programs differ
/// in it, and with it in their numbers. Source: MOSS reference, section C.4.
public enum RotaryPrecision {

  /// As the published fp16 model on one device has them.
  FP32,

  /// Each step rounded to half precision, as the published int4 and int8 models have them, and the
  /// fp16 model on several devices.
  FP16_ROUNDED;

  /// What the published programs use for a model of that kind on one device.
  public static RotaryPrecision of(MossConfig config) {
    return config.isQuantized() ? FP16_ROUNDED : FP32;
  }

  /// The inverse frequencies, 10000^(-2i/dim).
  ///
  /// @param dimensions how many leading dimensions of a head are rotated
  /// @return one for each pair of them
  public float[] inverseFrequencies(int dimensions) {
    float[] inverse = new float[dimensions / 2];
    for (int i = 0; i < inverse.length; i++) {
      float exponent = round((float) (2 * i) / dimensions);
      inverse[i] = round(1 / round((float) Math.pow(10_000, exponent)));
    }
    return inverse;
  }

  private float round(float value) {
    return switch (this) {
      case FP32 -> value;
      case FP16_ROUNDED -> Float.float16ToFloat(Float.floatToFloat16(value));
    };
  }
}
