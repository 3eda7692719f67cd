package uk.ac.manchester.tornado.api.types;

/// A number of half precision.
public class HalfFloat {

  private final short halfFloatValue;

  public HalfFloat(float value) {
    this.halfFloatValue = Float.floatToFloat16(value);
  }

  public HalfFloat(short halfFloatValue) {
    this.halfFloatValue = halfFloatValue;
  }

  public short getHalfFloatValue() {
    return halfFloatValue;
  }

  public float getFloat32() {
    return Float.float16ToFloat(halfFloatValue);
  }
}
