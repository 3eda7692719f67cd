package io.mosskit.inference.cpu;

import java.util.Arrays;

/// The keys and values of some positions, of all layers: array 2 l the keys of layer l, array 2 l +
/// 1 its values.
sealed interface Page {

  /// An empty page.
  ///
  /// @param keys how many numbers the keys of a layer are
  /// @param values how many its values are
  static Page of(CachePrecision precision, int layers, int keys, int values) {
    return switch (precision) {
      case FP32 -> {
        float[][] numbers = new float[2 * layers][];
        Arrays.setAll(numbers, array -> new float[array % 2 == 0 ? keys : values]);
        yield new Floats(numbers);
      }
      case FP16 -> {
        short[][] numbers = new short[2 * layers][];
        Arrays.setAll(numbers, array -> new short[array % 2 == 0 ? keys : values]);
        yield new Halves(numbers);
      }
    };
  }

  /// Stores numbers.
  void put(int array, int at, float[] from, int fromAt, int n);

  /// Stores numbers apart from one another.
  ///
  /// @param stride from one to the next
  void spread(int array, int at, int stride, float[] from, int fromAt, int n);

  /// Numbers as floats: the array itself, where they are that, or `scratch`, filled from its start.
  float[] read(int array, int at, int n, float[] scratch);

  /// Numbers as they were computed.
  record Floats(float[][] numbers) implements Page {

    @Override
    public void put(int array, int at, float[] from, int fromAt, int n) {
      System.arraycopy(from, fromAt, numbers[array], at, n);
    }

    @Override
    public void spread(int array, int at, int stride, float[] from, int fromAt, int n) {
      float[] into = numbers[array];
      for (int i = 0; i < n; i++) {
        into[at + i * stride] = from[fromAt + i];
      }
    }

    @Override
    public float[] read(int array, int at, int n, float[] scratch) {
      return numbers[array];
    }
  }

  /// Numbers rounded to half precision.
  record Halves(short[][] numbers) implements Page {

    @Override
    public void put(int array, int at, float[] from, int fromAt, int n) {
      short[] into = numbers[array];
      for (int i = 0; i < n; i++) {
        into[at + i] = Float.floatToFloat16(from[fromAt + i]);
      }
    }

    @Override
    public void spread(int array, int at, int stride, float[] from, int fromAt, int n) {
      short[] into = numbers[array];
      for (int i = 0; i < n; i++) {
        into[at + i * stride] = Float.floatToFloat16(from[fromAt + i]);
      }
    }

    @Override
    public float[] read(int array, int at, int n, float[] scratch) {
      short[] halves = numbers[array];
      for (int i = 0; i < n; i++) {
        scratch[i] = Float.float16ToFloat(halves[at + i]);
      }
      return scratch;
    }
  }
}
