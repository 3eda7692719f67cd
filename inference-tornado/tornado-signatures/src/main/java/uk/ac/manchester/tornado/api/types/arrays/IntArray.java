package uk.ac.manchester.tornado.api.types.arrays;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers of the type int outside of the heap.
public final class IntArray extends TornadoNativeArray {

  private final MemorySegment segment = super.getSegment();

  public IntArray(int numberOfElements) {
    super(numberOfElements, Integer.BYTES);
  }

  public static IntArray fromSegment(MemorySegment segment) {
    IntArray array = new IntArray(elements(segment, Integer.BYTES));
    array.segment.copyFrom(segment);
    return array;
  }

  public static IntArray fromArray(int[] values) {
    return fromSegment(MemorySegment.ofArray(values));
  }

  public int get(int index) {
    return segment.getAtIndex(ValueLayout.JAVA_INT, index);
  }

  public void set(int index, int value) {
    segment.setAtIndex(ValueLayout.JAVA_INT, index, value);
  }

  @Override
  public int getSize() {
    return super.getSize();
  }

  @Override
  public MemorySegment getSegment() {
    return segment;
  }
}
