package io.mosskit.inference.tornado;

import io.mosskit.inference.model.Logits;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/// A row of logits that came from the device, and its peaks, which spare the host the exponentials.
final class DeviceLogits implements Logits {

  private final float[] row;
  private final float[] peaks;
  private double logSum = Double.NaN;

  DeviceLogits(int size) {
    row = new float[size];
    peaks = new float[2 * Math.ceilDiv(size, Kernels.CHUNK)];
  }

  void show(FloatArray logits, FloatArray logitPeaks, int index) {
    copy(logits, index, row);
    copy(logitPeaks, index, peaks);
    logSum = Double.NaN;
  }

  private static void copy(FloatArray from, int index, float[] to) {
    long offset = (long) index * to.length * Float.BYTES;
    MemorySegment.copy(from.getSegment(), ValueLayout.JAVA_FLOAT, offset, to, 0, to.length);
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
    for (int i = 0; i < peaks.length; i += 2) {
      most = Math.max(most, peaks[i]);
    }
    double sum = 0;
    for (int i = 0; i < peaks.length; i += 2) {
      sum += peaks[i + 1] * Math.exp((double) peaks[i] - most);
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
