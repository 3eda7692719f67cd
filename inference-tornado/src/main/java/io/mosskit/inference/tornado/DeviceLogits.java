package io.mosskit.inference.tornado;

import io.mosskit.inference.model.Logits;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A row of logits that came from the device.
final class DeviceLogits implements Logits {

  private final float[] row;
  private double logSum = Double.NaN;

  DeviceLogits(int size) {
    row = new float[size];
  }

  void show(MemorySegment logits, long index) {
    MemorySegment.copy(
        logits, ValueLayout.JAVA_FLOAT, index * row.length * Float.BYTES, row, 0, row.length);
    logSum = Double.NaN;
  }

  @Override
  public int size() {
    return row.length;
  }

  @Override
  public void copyTo(float[] into) {
    System.arraycopy(row, 0, into, 0, row.length);
  }

  @Override
  public float logProbability(int id) {
    if (Double.isNaN(logSum)) {
      logSum = logSumExp();
    }
    return (float) (row[id] - logSum);
  }

  private double logSumExp() {
    float most = Float.NEGATIVE_INFINITY;
    for (float logit : row) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : row) {
      sum += Math.exp((double) logit - most);
    }
    return most + Math.log(sum);
  }

  @Override
  public void top(int[] ids, float[] values) {
    int found = 0;
    for (int id = 0; id < row.length; id++) {
      float value = row[id];
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
