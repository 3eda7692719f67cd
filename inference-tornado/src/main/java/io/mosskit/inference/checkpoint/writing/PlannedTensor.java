package io.mosskit.inference.checkpoint.writing;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// A tensor that is to be written, with the rule by which its elements are made when its turn
/// comes.
///
/// @param name as the published checkpoints spell it
/// @param type of each element
/// @param shape the dimensions, the slowest first
/// @param filling makes the elements
public record PlannedTensor(String name, ElementType type, List<Long> shape, Filling filling) {

  /// Makes the elements of a tensor, one part after the other.
  @FunctionalInterface
  public interface Filling {

    /// Fills a part to its limit with the elements that come next.
    ///
    /// @param part little-endian, of any length that is a multiple of 8 bytes, but for the last
    void fill(ByteBuffer part) throws IOException;
  }

  public PlannedTensor {
    shape = List.copyOf(shape);
  }

  /// The same tensor as a file holds it.
  public static PlannedTensor copyOf(Tensor tensor) {
    long[] next = {0};
    return new PlannedTensor(
        tensor.name(),
        tensor.type(),
        tensor.shape(),
        part -> {
          int length = part.remaining();
          part.put(tensor.data().asSlice(next[0], length).asByteBuffer());
          next[0] += length;
        });
  }

  /// How many elements there are.
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /// How many bytes the elements take.
  public long bytes() {
    return elements() * type.bytes();
  }
}
