package uk.ac.manchester.tornado.api.types.arrays;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers of the type short outside of the heap.
public final class ShortArray extends TornadoNativeArray {

  private final MemorySegment segment = super.getSegment();

  public ShortArray(int numberOfElements) {
    super(numberOfElements, Short.BYTES);
  }

  public static ShortArray fromSegment(MemorySegment segment) {
    ShortArray array = new ShortArray(elements(segment, Short.BYTES));
    array.segment.copyFrom(segment);
    return array;
  }

  public static ShortArray fromArray(short[] values) {
    return fromSegment(MemorySegment.ofArray(values));
  }

  public short get(int index) {
    return segment.getAtIndex(ValueLayout.JAVA_SHORT, index);
  }

  public void set(int index, short value) {
    segment.setAtIndex(ValueLayout.JAVA_SHORT, index, value);
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
