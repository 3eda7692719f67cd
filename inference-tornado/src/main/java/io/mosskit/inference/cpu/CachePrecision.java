package io.mosskit.inference.cpu;

/// How keys and values are kept.
public enum CachePrecision {
  /// As they are computed.
  FP32,
  /// Rounded to half precision: half the memory, and other numbers.
  FP16
}
