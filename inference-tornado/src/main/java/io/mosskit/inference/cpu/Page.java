package io.mosskit.inference.cpu;

/// The keys and values of some positions, of all layers.
sealed interface Page {

  /// An empty page.
  ///
  /// @param arrays how many there are: keys and values of each layer
  /// @param size the length of each
  static Page of(CachePrecision precision, int arrays, int size) {
    return switch (precision) {
      case FP32 -> new Floats(new float[arrays][size]);
      case FP16 -> new Halves(new short[arrays][size]);
    };
  }

  /// Stores numbers.
  void put(int array, int at, float[] from, int fromAt, int n);

  /// Numbers as floats: the array itself, where they are that, or `scratch`, filled from its start.
  float[] read(int array, int at, int n, float[] scratch);

  /// Numbers as they were computed.
  record Floats(float[][] numbers) implements Page {

    @Override
    public void put(int array, int at, float[] from, int fromAt, int n) {
      System.arraycopy(from, fromAt, numbers[array], at, n);
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
    public float[] read(int array, int at, int n, float[] scratch) {
      short[] halves = numbers[array];
      for (int i = 0; i < n; i++) {
        scratch[i] = Float.float16ToFloat(halves[at + i]);
      }
      return scratch;
    }
  }
}
