package io.mosskit.inference.checkpoint;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A named array of numbers.
///
/// @param name as the checkpoint spells it: `transformer.h.0.attn.qkv_proj.weight`
/// @param type of each element
/// @param shape the dimensions, the slowest first; empty for a single number
/// @param data the elements, little-endian, in C order, without gaps. Usually mapped from a file:
///   then read-only, valid until its [Checkpoint] is closed, and at any address, so that it must be
///   read with unaligned layouts such as [java.lang.foreign.ValueLayout#JAVA_INT_UNALIGNED]
public record Tensor(String name, ElementType type, List<Long> shape, MemorySegment data) {

  /// Refuses data whose size does not follow from shape and type.
  public Tensor {
    shape = List.copyOf(shape);
    if (data.byteSize() != Math.multiplyExact(elements(shape), type.bytes())) {
      throw new IllegalArgumentException(
          "%s: %d bytes for %s %s".formatted(name, data.byteSize(), type, shape));
    }
  }

  /// How many elements there are.
  public long elements() {
    return elements(shape);
  }

  /// How many elements a shape has.
  ///
  /// @throws ArithmeticException if they are more than a `long` counts
  static long elements(List<Long> shape) {
    long elements = 1;
    for (long dimension : shape) {
      elements = Math.multiplyExact(elements, dimension);
    }
    return elements;
  }
}
