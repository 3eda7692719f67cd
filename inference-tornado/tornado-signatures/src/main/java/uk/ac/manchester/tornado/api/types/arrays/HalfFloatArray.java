package uk.ac.manchester.tornado.api.types.arrays;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import uk.ac.manchester.tornado.api.types.HalfFloat;

/// Numbers of half precision outside of the heap.
public final class HalfFloatArray extends TornadoNativeArray {

  private final MemorySegment segment = super.getSegment();

  public HalfFloatArray(int numberOfElements) {
    super(numberOfElements, Short.BYTES);
  }

  public static HalfFloatArray fromSegment(MemorySegment segment) {
    HalfFloatArray array = new HalfFloatArray(elements(segment, Short.BYTES));
    array.segment.copyFrom(segment);
    return array;
  }

  public HalfFloat get(int index) {
    return new HalfFloat(segment.getAtIndex(ValueLayout.JAVA_SHORT, index));
  }

  public void set(int index, HalfFloat value) {
    segment.setAtIndex(ValueLayout.JAVA_SHORT, index, value.getHalfFloatValue());
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
