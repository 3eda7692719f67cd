package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.HalfFloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.ShortArray;

/// The products of rows with weights that are numbers, y = x Wᵀ, each as some partial sums that the
/// kernel after it adds up: groups of threads cannot wait for one another.
///
/// A thread has several outputs, so that they share the reading of x, and in its registers a tile
/// of [#TILE] rows, so that they share the reading of a weight; a single row is on its own. Both
/// sum in the same order, so that a row gets the same bits in any company. No tile lies in local
/// memory: to wait for it is what plain Java cannot, and the caches hold what neighbours share.
///
/// There is one kernel for each kind of weights, written out three times: TornadoVM compiles a
/// kernel for the class of its array, and keeps in registers only what is a local variable.
///
/// Shapes: x [rows, inputs], parts [rows, lanes, outputs].
final class Products {

  /// Rows that share the reading of a weight. Rows beyond the last one are computed with whatever
  /// is there and read by nobody, so that arrays have room for whole tiles.
  static final int TILE = 4;

  /// Outputs of a thread. Where they do not go up, the last output is computed more than once.
  static final int OUTPUTS = 4;

  private Products() {}

  /// With weights as floats. Lane j has the inputs j, j + lanes, …, so that the threads of a group
  /// read one stretch of memory.
  ///
  /// @param w [outputs, inputs]
  static void floats(
      IntArray block,
      FloatArray x,
      FloatArray w,
      FloatArray parts,
      int inputs,
      int outputs,
      int lanes) {
    for (@Parallel int i = 0; i < (outputs + OUTPUTS - 1) / OUTPUTS * lanes; i++) {
      int lane = i % lanes;
      int o0 = i / lanes * OUTPUTS;
      int o1 = Math.min(o0 + 1, outputs - 1);
      int o2 = Math.min(o0 + 2, outputs - 1);
      int o3 = Math.min(o0 + 3, outputs - 1);
      int w0 = o0 * inputs;
      int w1 = o1 * inputs;
      int w2 = o2 * inputs;
      int w3 = o3 * inputs;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        float sum0 = 0f;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        for (int k = lane; k < inputs; k += lanes) {
          float value = x.get(k);
          sum0 += w.get(w0 + k) * value;
          sum1 += w.get(w1 + k) * value;
          sum2 += w.get(w2 + k) * value;
          sum3 += w.get(w3 + k) * value;
        }
        int to = lane * outputs;
        parts.set(to + o0, sum0);
        parts.set(to + o1, sum1);
        parts.set(to + o2, sum2);
        parts.set(to + o3, sum3);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          float sum00 = 0f;
          float sum01 = 0f;
          float sum02 = 0f;
          float sum03 = 0f;
          float sum10 = 0f;
          float sum11 = 0f;
          float sum12 = 0f;
          float sum13 = 0f;
          float sum20 = 0f;
          float sum21 = 0f;
          float sum22 = 0f;
          float sum23 = 0f;
          float sum30 = 0f;
          float sum31 = 0f;
          float sum32 = 0f;
          float sum33 = 0f;
          for (int k = lane; k < inputs; k += lanes) {
            float weight0 = w.get(w0 + k);
            float weight1 = w.get(w1 + k);
            float weight2 = w.get(w2 + k);
            float weight3 = w.get(w3 + k);
            float value0 = x.get(from + k);
            sum00 += weight0 * value0;
            sum01 += weight1 * value0;
            sum02 += weight2 * value0;
            sum03 += weight3 * value0;
            float value1 = x.get(from + inputs + k);
            sum10 += weight0 * value1;
            sum11 += weight1 * value1;
            sum12 += weight2 * value1;
            sum13 += weight3 * value1;
            float value2 = x.get(from + 2 * inputs + k);
            sum20 += weight0 * value2;
            sum21 += weight1 * value2;
            sum22 += weight2 * value2;
            sum23 += weight3 * value2;
            float value3 = x.get(from + 3 * inputs + k);
            sum30 += weight0 * value3;
            sum31 += weight1 * value3;
            sum32 += weight2 * value3;
            sum33 += weight3 * value3;
          }
          int to = (row * lanes + lane) * outputs;
          parts.set(to + o0, sum00);
          parts.set(to + o1, sum01);
          parts.set(to + o2, sum02);
          parts.set(to + o3, sum03);
          parts.set(to + lanes * outputs + o0, sum10);
          parts.set(to + lanes * outputs + o1, sum11);
          parts.set(to + lanes * outputs + o2, sum12);
          parts.set(to + lanes * outputs + o3, sum13);
          parts.set(to + 2 * lanes * outputs + o0, sum20);
          parts.set(to + 2 * lanes * outputs + o1, sum21);
          parts.set(to + 2 * lanes * outputs + o2, sum22);
          parts.set(to + 2 * lanes * outputs + o3, sum23);
          parts.set(to + 3 * lanes * outputs + o0, sum30);
          parts.set(to + 3 * lanes * outputs + o1, sum31);
          parts.set(to + 3 * lanes * outputs + o2, sum32);
          parts.set(to + 3 * lanes * outputs + o3, sum33);
        }
      }
    }
  }

  /// As [#floats], with weights of half precision.
  static void halves(
      IntArray block,
      FloatArray x,
      HalfFloatArray w,
      FloatArray parts,
      int inputs,
      int outputs,
      int lanes) {
    for (@Parallel int i = 0; i < (outputs + OUTPUTS - 1) / OUTPUTS * lanes; i++) {
      int lane = i % lanes;
      int o0 = i / lanes * OUTPUTS;
      int o1 = Math.min(o0 + 1, outputs - 1);
      int o2 = Math.min(o0 + 2, outputs - 1);
      int o3 = Math.min(o0 + 3, outputs - 1);
      int w0 = o0 * inputs;
      int w1 = o1 * inputs;
      int w2 = o2 * inputs;
      int w3 = o3 * inputs;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        float sum0 = 0f;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        for (int k = lane; k < inputs; k += lanes) {
          float value = x.get(k);
          sum0 += w.get(w0 + k).getFloat32() * value;
          sum1 += w.get(w1 + k).getFloat32() * value;
          sum2 += w.get(w2 + k).getFloat32() * value;
          sum3 += w.get(w3 + k).getFloat32() * value;
        }
        int to = lane * outputs;
        parts.set(to + o0, sum0);
        parts.set(to + o1, sum1);
        parts.set(to + o2, sum2);
        parts.set(to + o3, sum3);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          float sum00 = 0f;
          float sum01 = 0f;
          float sum02 = 0f;
          float sum03 = 0f;
          float sum10 = 0f;
          float sum11 = 0f;
          float sum12 = 0f;
          float sum13 = 0f;
          float sum20 = 0f;
          float sum21 = 0f;
          float sum22 = 0f;
          float sum23 = 0f;
          float sum30 = 0f;
          float sum31 = 0f;
          float sum32 = 0f;
          float sum33 = 0f;
          for (int k = lane; k < inputs; k += lanes) {
            float weight0 = w.get(w0 + k).getFloat32();
            float weight1 = w.get(w1 + k).getFloat32();
            float weight2 = w.get(w2 + k).getFloat32();
            float weight3 = w.get(w3 + k).getFloat32();
            float value0 = x.get(from + k);
            sum00 += weight0 * value0;
            sum01 += weight1 * value0;
            sum02 += weight2 * value0;
            sum03 += weight3 * value0;
            float value1 = x.get(from + inputs + k);
            sum10 += weight0 * value1;
            sum11 += weight1 * value1;
            sum12 += weight2 * value1;
            sum13 += weight3 * value1;
            float value2 = x.get(from + 2 * inputs + k);
            sum20 += weight0 * value2;
            sum21 += weight1 * value2;
            sum22 += weight2 * value2;
            sum23 += weight3 * value2;
            float value3 = x.get(from + 3 * inputs + k);
            sum30 += weight0 * value3;
            sum31 += weight1 * value3;
            sum32 += weight2 * value3;
            sum33 += weight3 * value3;
          }
          int to = (row * lanes + lane) * outputs;
          parts.set(to + o0, sum00);
          parts.set(to + o1, sum01);
          parts.set(to + o2, sum02);
          parts.set(to + o3, sum03);
          parts.set(to + lanes * outputs + o0, sum10);
          parts.set(to + lanes * outputs + o1, sum11);
          parts.set(to + lanes * outputs + o2, sum12);
          parts.set(to + lanes * outputs + o3, sum13);
          parts.set(to + 2 * lanes * outputs + o0, sum20);
          parts.set(to + 2 * lanes * outputs + o1, sum21);
          parts.set(to + 2 * lanes * outputs + o2, sum22);
          parts.set(to + 2 * lanes * outputs + o3, sum23);
          parts.set(to + 3 * lanes * outputs + o0, sum30);
          parts.set(to + 3 * lanes * outputs + o1, sum31);
          parts.set(to + 3 * lanes * outputs + o2, sum32);
          parts.set(to + 3 * lanes * outputs + o3, sum33);
        }
      }
    }
  }

  /// As [#floats], with weights of half precision as their bits.
  static void bits(
      IntArray block,
      FloatArray x,
      ShortArray w,
      FloatArray parts,
      int inputs,
      int outputs,
      int lanes) {
    for (@Parallel int i = 0; i < (outputs + OUTPUTS - 1) / OUTPUTS * lanes; i++) {
      int lane = i % lanes;
      int o0 = i / lanes * OUTPUTS;
      int o1 = Math.min(o0 + 1, outputs - 1);
      int o2 = Math.min(o0 + 2, outputs - 1);
      int o3 = Math.min(o0 + 3, outputs - 1);
      int w0 = o0 * inputs;
      int w1 = o1 * inputs;
      int w2 = o2 * inputs;
      int w3 = o3 * inputs;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        float sum0 = 0f;
        float sum1 = 0f;
        float sum2 = 0f;
        float sum3 = 0f;
        for (int k = lane; k < inputs; k += lanes) {
          float value = x.get(k);
          sum0 += Halves.value(w.get(w0 + k)) * value;
          sum1 += Halves.value(w.get(w1 + k)) * value;
          sum2 += Halves.value(w.get(w2 + k)) * value;
          sum3 += Halves.value(w.get(w3 + k)) * value;
        }
        int to = lane * outputs;
        parts.set(to + o0, sum0);
        parts.set(to + o1, sum1);
        parts.set(to + o2, sum2);
        parts.set(to + o3, sum3);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          float sum00 = 0f;
          float sum01 = 0f;
          float sum02 = 0f;
          float sum03 = 0f;
          float sum10 = 0f;
          float sum11 = 0f;
          float sum12 = 0f;
          float sum13 = 0f;
          float sum20 = 0f;
          float sum21 = 0f;
          float sum22 = 0f;
          float sum23 = 0f;
          float sum30 = 0f;
          float sum31 = 0f;
          float sum32 = 0f;
          float sum33 = 0f;
          for (int k = lane; k < inputs; k += lanes) {
            float weight0 = Halves.value(w.get(w0 + k));
            float weight1 = Halves.value(w.get(w1 + k));
            float weight2 = Halves.value(w.get(w2 + k));
            float weight3 = Halves.value(w.get(w3 + k));
            float value0 = x.get(from + k);
            sum00 += weight0 * value0;
            sum01 += weight1 * value0;
            sum02 += weight2 * value0;
            sum03 += weight3 * value0;
            float value1 = x.get(from + inputs + k);
            sum10 += weight0 * value1;
            sum11 += weight1 * value1;
            sum12 += weight2 * value1;
            sum13 += weight3 * value1;
            float value2 = x.get(from + 2 * inputs + k);
            sum20 += weight0 * value2;
            sum21 += weight1 * value2;
            sum22 += weight2 * value2;
            sum23 += weight3 * value2;
            float value3 = x.get(from + 3 * inputs + k);
            sum30 += weight0 * value3;
            sum31 += weight1 * value3;
            sum32 += weight2 * value3;
            sum33 += weight3 * value3;
          }
          int to = (row * lanes + lane) * outputs;
          parts.set(to + o0, sum00);
          parts.set(to + o1, sum01);
          parts.set(to + o2, sum02);
          parts.set(to + o3, sum03);
          parts.set(to + lanes * outputs + o0, sum10);
          parts.set(to + lanes * outputs + o1, sum11);
          parts.set(to + lanes * outputs + o2, sum12);
          parts.set(to + lanes * outputs + o3, sum13);
          parts.set(to + 2 * lanes * outputs + o0, sum20);
          parts.set(to + 2 * lanes * outputs + o1, sum21);
          parts.set(to + 2 * lanes * outputs + o2, sum22);
          parts.set(to + 2 * lanes * outputs + o3, sum23);
          parts.set(to + 3 * lanes * outputs + o0, sum30);
          parts.set(to + 3 * lanes * outputs + o1, sum31);
          parts.set(to + 3 * lanes * outputs + o2, sum32);
          parts.set(to + 3 * lanes * outputs + o3, sum33);
        }
      }
    }
  }
}
