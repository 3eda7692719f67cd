package uk.ac.manchester.tornado.api.types.arrays;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers of the type float outside of the heap.
public final class FloatArray extends TornadoNativeArray {

  private final MemorySegment segment = super.getSegment();

  public FloatArray(int numberOfElements) {
    super(numberOfElements, Float.BYTES);
  }

  public static FloatArray fromSegment(MemorySegment segment) {
    FloatArray array = new FloatArray(elements(segment, Float.BYTES));
    array.segment.copyFrom(segment);
    return array;
  }

  public static FloatArray fromArray(float[] values) {
    return fromSegment(MemorySegment.ofArray(values));
  }

  public float get(int index) {
    return segment.getAtIndex(ValueLayout.JAVA_FLOAT, index);
  }

  public void set(int index, float value) {
    segment.setAtIndex(ValueLayout.JAVA_FLOAT, index, value);
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
