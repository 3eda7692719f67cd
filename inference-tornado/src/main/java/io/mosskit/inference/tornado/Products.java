package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.HalfFloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.ShortArray;

/// The products of rows with the weights of a layer, y = x Wᵀ, each as some partial sums that the
/// kernel after it adds up: groups of threads cannot wait for one another.
///
/// A single row is read once beside the weights; several go through in tiles of [#TILE], which read
/// a weight together. Both sum in the same order, so that a row gets the same bits in any company.
///
/// Shapes: x [rows, inputs], parts [rows, outputs, lanes].
final class Products {

  /// Rows that share the reading of a weight. Rows beyond the last one are computed with whatever
  /// is there and read by nobody, so that arrays have room for whole tiles.
  static final int TILE = 4;

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
    for (@Parallel int i = 0; i < outputs * lanes; i++) {
      int lane = i % lanes;
      int weights = i / lanes * inputs;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        float sum = 0f;
        for (int k = lane; k < inputs; k += lanes) {
          sum += w.get(weights + k) * x.get(k);
        }
        parts.set(i, sum);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          float sum0 = 0f;
          float sum1 = 0f;
          float sum2 = 0f;
          float sum3 = 0f;
          for (int k = lane; k < inputs; k += lanes) {
            float weight = w.get(weights + k);
            sum0 += weight * x.get(from + k);
            sum1 += weight * x.get(from + inputs + k);
            sum2 += weight * x.get(from + 2 * inputs + k);
            sum3 += weight * x.get(from + 3 * inputs + k);
          }
          int to = row * outputs * lanes + i;
          parts.set(to, sum0);
          parts.set(to + outputs * lanes, sum1);
          parts.set(to + 2 * outputs * lanes, sum2);
          parts.set(to + 3 * outputs * lanes, sum3);
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
    for (@Parallel int i = 0; i < outputs * lanes; i++) {
      int lane = i % lanes;
      int weights = i / lanes * inputs;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        float sum = 0f;
        for (int k = lane; k < inputs; k += lanes) {
          sum += w.get(weights + k).getFloat32() * x.get(k);
        }
        parts.set(i, sum);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          float sum0 = 0f;
          float sum1 = 0f;
          float sum2 = 0f;
          float sum3 = 0f;
          for (int k = lane; k < inputs; k += lanes) {
            float weight = w.get(weights + k).getFloat32();
            sum0 += weight * x.get(from + k);
            sum1 += weight * x.get(from + inputs + k);
            sum2 += weight * x.get(from + 2 * inputs + k);
            sum3 += weight * x.get(from + 3 * inputs + k);
          }
          int to = row * outputs * lanes + i;
          parts.set(to, sum0);
          parts.set(to + outputs * lanes, sum1);
          parts.set(to + 2 * outputs * lanes, sum2);
          parts.set(to + 3 * outputs * lanes, sum3);
        }
      }
    }
  }

  /// As [#floats], with weights of half precision as their bits.
  static void bits(
      IntArray block,
      FloatArray x,
      ShortArray w,
      FloatArray worths,
      FloatArray parts,
      int inputs,
      int outputs,
      int lanes) {
    for (@Parallel int i = 0; i < outputs * lanes; i++) {
      int lane = i % lanes;
      int weights = i / lanes * inputs;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        float sum = 0f;
        for (int k = lane; k < inputs; k += lanes) {
          sum += Halves.value(w.get(weights + k), worths) * x.get(k);
        }
        parts.set(i, sum);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          float sum0 = 0f;
          float sum1 = 0f;
          float sum2 = 0f;
          float sum3 = 0f;
          for (int k = lane; k < inputs; k += lanes) {
            float weight = Halves.value(w.get(weights + k), worths);
            sum0 += weight * x.get(from + k);
            sum1 += weight * x.get(from + inputs + k);
            sum2 += weight * x.get(from + 2 * inputs + k);
            sum3 += weight * x.get(from + 3 * inputs + k);
          }
          int to = row * outputs * lanes + i;
          parts.set(to, sum0);
          parts.set(to + outputs * lanes, sum1);
          parts.set(to + 2 * outputs * lanes, sum2);
          parts.set(to + 3 * outputs * lanes, sum3);
        }
      }
    }
  }

  /// With weights packed by GPTQ, as they lie in the file: W[o, k] = (code - zero) scale. A lane
  /// has consecutive words of codes, so that most of them share a group; neighbouring threads have
  /// neighbouring outputs. Source: MOSS reference, section C.6.
  ///
  /// @param codes [inputs bits / 32, outputs]
  /// @param zeros [groups, outputs bits / 32]
  /// @param scales halves, [groups, outputs]
  /// @param groupOf [inputs]
  static void packedWords(
      IntArray block,
      FloatArray x,
      IntArray codes,
      IntArray zeros,
      ShortArray scales,
      FloatArray worths,
      IntArray groupOf,
      FloatArray parts,
      int inputs,
      int outputs,
      int bits,
      int lanes) {
    for (@Parallel int i = 0; i < outputs * lanes; i++) {
      int lane = i / outputs;
      int output = i % outputs;
      int perWord = 32 / bits;
      int mask = (1 << bits) - 1;
      int words = inputs / perWord;
      int first = lane * words / lanes;
      int end = (lane + 1) * words / lanes;
      int zeroShift = bits * (output % perWord);
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        int group = -1;
        float zero = 0f;
        float scale = 0f;
        float sum = 0f;
        for (int word = first; word < end; word++) {
          int packed = codes.get(word * outputs + output);
          for (int t = 0; t < perWord; t++) {
            int k = word * perWord + t;
            int ownGroup = groupOf.get(k);
            if (ownGroup != group) {
              group = ownGroup;
              int zeroWord = zeros.get(group * (outputs / perWord) + output / perWord);
              zero = ((zeroWord >> zeroShift) & mask) + 1;
              scale = Halves.value(scales.get(group * outputs + output), worths);
            }
            float code = (packed >> (bits * t)) & mask;
            float weight = (code - zero) * scale;
            sum += weight * x.get(k);
          }
        }
        parts.set(output * lanes + lane, sum);
      } else {
        for (int row = 0; row < rows; row += TILE) {
          int from = row * inputs;
          int group = -1;
          float zero = 0f;
          float scale = 0f;
          float sum0 = 0f;
          float sum1 = 0f;
          float sum2 = 0f;
          float sum3 = 0f;
          for (int word = first; word < end; word++) {
            int packed = codes.get(word * outputs + output);
            for (int t = 0; t < perWord; t++) {
              int k = word * perWord + t;
              int ownGroup = groupOf.get(k);
              if (ownGroup != group) {
                group = ownGroup;
                int zeroWord = zeros.get(group * (outputs / perWord) + output / perWord);
                zero = ((zeroWord >> zeroShift) & mask) + 1;
                scale = Halves.value(scales.get(group * outputs + output), worths);
              }
              float code = (packed >> (bits * t)) & mask;
              float weight = (code - zero) * scale;
              sum0 += weight * x.get(from + k);
              sum1 += weight * x.get(from + inputs + k);
              sum2 += weight * x.get(from + 2 * inputs + k);
              sum3 += weight * x.get(from + 3 * inputs + k);
            }
          }
          int to = (row * outputs + output) * lanes + lane;
          parts.set(to, sum0);
          parts.set(to + outputs * lanes, sum1);
          parts.set(to + 2 * outputs * lanes, sum2);
          parts.set(to + 3 * outputs * lanes, sum3);
        }
      }
    }
  }
}
