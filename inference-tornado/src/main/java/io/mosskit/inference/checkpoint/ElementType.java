package io.mosskit.inference.checkpoint;

/// What the elements of a tensor are. The names are those of safetensors.
public enum ElementType {
  /// IEEE 754 single precision.
  F32(4),
  /// IEEE 754 half precision.
  F16(2),
  /// The upper half of a single-precision number.
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  /// One byte, 0 or 1.
  BOOL(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /// How many bytes one element takes.
  public int bytes() {
    return bytes;
  }

  /// Whether the elements are numbers with a fraction.
  public boolean isFloating() {
    return switch (this) {
      case F32, F16, BF16 -> true;
      case I64, I32, I16, I8, U8, BOOL -> false;
    };
  }
}
