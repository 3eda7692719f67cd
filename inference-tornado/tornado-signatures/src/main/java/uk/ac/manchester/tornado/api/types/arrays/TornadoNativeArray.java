package uk.ac.manchester.tornado.api.types.arrays;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// An array outside of the heap.
public abstract sealed class TornadoNativeArray
    permits FloatArray, HalfFloatArray, IntArray, ShortArray {

  /// The most bytes that an element has, so that every element is aligned.
  private static final int ALIGNMENT = 8;

  private final MemorySegment segment;
  private final int size;

  TornadoNativeArray(int size, int elementBytes) {
    this.segment = Arena.ofAuto().allocate((long) size * elementBytes, ALIGNMENT);
    this.size = size;
  }

  /// An array of so many bytes, copied.
  static int elements(MemorySegment bytes, int elementBytes) {
    if (bytes.byteSize() % elementBytes != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no whole number of elements of %d"
              .formatted(bytes.byteSize(), elementBytes));
    }
    return (int) (bytes.byteSize() / elementBytes);
  }

  public int getSize() {
    return size;
  }

  public MemorySegment getSegment() {
    return segment;
  }
}
