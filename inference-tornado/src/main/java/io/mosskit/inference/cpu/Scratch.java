package io.mosskit.inference.cpu;

/// Memory that one thread works in, grown to what it has needed so far.
final class Scratch {

  /// Four vectors.
  final float[] lanes = new float[4 * Lanes.COUNT];

  private float[] panel = new float[0];
  private float[] rows = new float[0];
  private float[] tiles = new float[0];
  private float[] queries = new float[0];
  private float[] scores = new float[0];
  private float[] mixed = new float[0];
  private Group group = new Group(0);

  /// A block of weights, keys or values as floats.
  float[] panel(int size) {
    panel = atLeast(size, panel);
    return panel;
  }

  /// Some rows of weights as floats.
  float[] rows(int size) {
    rows = atLeast(size, rows);
    return rows;
  }

  /// The partial sums of one tile.
  float[] tiles(int size) {
    tiles = atLeast(size, tiles);
    return tiles;
  }

  /// Rotated queries of one head.
  float[] queries(int size) {
    queries = atLeast(size, queries);
    return queries;
  }

  /// Attention scores.
  float[] scores(int size) {
    scores = atLeast(size, scores);
    return scores;
  }

  /// Values mixed by attention.
  float[] mixed(int size) {
    mixed = atLeast(size, mixed);
    return mixed;
  }

  /// Scales and shifts of a group.
  Group group(int outputs) {
    if (group.capacity() < outputs) {
      group = new Group(outputs);
    }
    return group;
  }

  private static float[] atLeast(int size, float[] array) {
    return array.length >= size ? array : new float[Math.max(size, 2 * array.length)];
  }
}
