package io.mosskit.inference.cpu;

import io.mosskit.inference.model.Logits;

/// A row of logits in an array.
final class RowLogits implements Logits {

  private final int size;
  private final float[] lanes = new float[Lanes.COUNT];
  private float[] array = new float[0];
  private int from;
  private double logSum = Double.NaN;

  RowLogits(int size) {
    this.size = size;
  }

  void show(float[] newArray, int newFrom) {
    array = newArray;
    from = newFrom;
    logSum = Double.NaN;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void copyTo(float[] into) {
    System.arraycopy(array, from, into, 0, size);
  }

  @Override
  public float logProbability(int id) {
    if (Double.isNaN(logSum)) {
      logSum = Elementwise.logSumExp(array, from, size, lanes);
    }
    return (float) (array[from + id] - logSum);
  }

  @Override
  public void top(int[] ids, float[] values) {
    int found = 0;
    for (int id = 0; id < size; id++) {
      float value = array[from + id];
      if (found == ids.length && !(value > values[found - 1])) {
        continue;
      }
      int at = found < ids.length ? found++ : found - 1;
      for (; at > 0 && value > values[at - 1]; at--) {
        ids[at] = ids[at - 1];
        values[at] = values[at - 1];
      }
      ids[at] = id;
      values[at] = value;
    }
  }
}
