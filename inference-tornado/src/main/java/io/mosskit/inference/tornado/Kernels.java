package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.HalfFloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.ShortArray;

/// What is done to the rows of a block between the [Products]. Each kernel is a loop whose rounds
/// are independent; it has room for `rows` rows, and those beyond the block's count do nothing.
/// Source of the order of operations: MOSS reference, section C.3.
///
/// Some habits are owed to the compiler of TornadoVM 5.2.0: what changes from block to block stands
/// in the array `block` ([Block]), since numbers passed to a kernel become constants of it; shifts
/// are `>>` and then masked, since `>>>` keeps the sign; a sum that several groups of threads share
/// is finished by the next kernel; loops end at a computed number, since one that ends at a number
/// passed to its kernel would go on to the end of the grid.
final class Kernels {

  /// Numbers whose mean one thread takes.
  static final int CHUNK = 128;

  private Kernels() {}

  /// Fetches the embeddings of tokens.
  ///
  /// @param x [rows, width]
  static void embed(
      IntArray block, FloatArray embedding, FloatArray x, int ids, int width, int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < block.get(Block.COUNT)) {
        x.set(i, embedding.get(block.get(ids + row) * width + i % width));
      }
    }
  }

  /// As [#embed], of half precision.
  static void embedHalves(
      IntArray block, HalfFloatArray embedding, FloatArray x, int ids, int width, int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < block.get(Block.COUNT)) {
        x.set(i, embedding.get(block.get(ids + row) * width + i % width).getFloat32());
      }
    }
  }

  /// As [#embed], of half precision as bits.
  static void embedBits(
      IntArray block, ShortArray embedding, FloatArray x, int ids, int width, int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < block.get(Block.COUNT)) {
        x.set(i, Halves.value(embedding.get(block.get(ids + row) * width + i % width)));
      }
    }
  }

  /// Moves rows that are wanted to the front.
  ///
  /// @param wanted how many, then their numbers
  static void selectRows(IntArray wanted, FloatArray x, FloatArray y, int width, int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < wanted.get(Block.COUNT)) {
        y.set(i, x.get(wanted.get(1 + row) * width + i % width));
      }
    }
  }

  /// The first half of a layer normalisation: of each [#CHUNK] of a row the mean, and the sum of
  /// the squares of what differs from it.
  ///
  /// @param moments [rows, chunks, 2]
  static void moments(IntArray block, FloatArray x, FloatArray moments, int width, int rows) {
    for (@Parallel int i = 0; i < rows * ((width + CHUNK - 1) / CHUNK); i++) {
      int chunks = (width + CHUNK - 1) / CHUNK;
      int row = i / chunks;
      if (row < block.get(Block.COUNT)) {
        int first = i % chunks * CHUNK;
        int end = Math.min(width, first + CHUNK);
        float sum = 0f;
        for (int k = first; k < end; k++) {
          sum += x.get(row * width + k);
        }
        float mean = sum / (end - first);
        float squares = 0f;
        for (int k = first; k < end; k++) {
          float centred = x.get(row * width + k) - mean;
          squares += centred * centred;
        }
        moments.set(2 * i, mean);
        moments.set(2 * i + 1, squares);
      }
    }
  }

  /// The second half, with the biased variance: y = (x - mean) / √(variance + ε) · weight + bias.
  static void normalise(
      IntArray block,
      FloatArray x,
      FloatArray moments,
      FloatArray weight,
      FloatArray bias,
      FloatArray y,
      int width,
      float epsilon,
      int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < block.get(Block.COUNT)) {
        int chunks = (width + CHUNK - 1) / CHUNK;
        float mean = 0f;
        for (int c = 0; c < chunks; c++) {
          int n = Math.min(CHUNK, width - c * CHUNK);
          mean += moments.get(2 * (row * chunks + c)) * n;
        }
        mean = mean / width;
        float squares = 0f;
        for (int c = 0; c < chunks; c++) {
          int n = Math.min(CHUNK, width - c * CHUNK);
          float off = moments.get(2 * (row * chunks + c)) - mean;
          squares += moments.get(2 * (row * chunks + c) + 1) + off * off * n;
        }
        float deviation = (float) Math.sqrt(squares / width + epsilon);
        int k = i % width;
        y.set(i, (x.get(i) - mean) / deviation * weight.get(k) + bias.get(k));
      }
    }
  }

  /// Adds the partial sums of `qkv_proj` up, rotates queries and keys, and puts keys and values
  /// where they stay: a page holds of each head the keys, of which the first dimension comes first,
  /// and the values, of which those of the first position come first.
  ///
  /// @param parts [rows, lanes, 3 width]
  /// @param angles [positions, rotary], of each pair the cosine and the sine
  /// @param queries [rows, width]
  /// @param keys [pages, heads, headSize, PAGE]
  /// @param values [pages, heads, PAGE, headSize]
  static void placeQueriesKeysValues(
      IntArray block,
      FloatArray parts,
      FloatArray angles,
      FloatArray queries,
      FloatArray keys,
      FloatArray values,
      int pages,
      int width,
      int headSize,
      int rotary,
      int lanes,
      int rows) {
    for (@Parallel int i = 0; i < rows * 3 * width; i++) {
      int row = i / (3 * width);
      if (row < block.get(Block.COUNT)) {
        int output = i % (3 * width);
        int local = width / 4;
        int part = output % (3 * local) / local;
        int h = output / (3 * local) * local + output % local;
        int d = h % headSize;
        int position = block.get(Block.POSITIONS + row);
        float value = sum(parts, row, output, 3 * width, lanes);
        if (part != 1 && d < rotary) {
          int odd = d & 1;
          float twin = sum(parts, row, output + 1 - 2 * odd, 3 * width, lanes);
          int angle = position * rotary + d - odd;
          float cosine = angles.get(angle);
          float sine = angles.get(angle + 1);
          if (odd == 0) {
            value = value * cosine - twin * sine;
          } else {
            value = value * cosine + twin * sine;
          }
        }
        int page = block.get(Block.POSITIONS + 2 * rows + row * pages + position / Block.PAGE);
        int head = (page * (width / headSize) + h / headSize) * headSize * Block.PAGE;
        if (part == 0) {
          queries.set(row * width + h, value);
        } else if (part == 1) {
          values.set(head + position % Block.PAGE * headSize + d, value);
        } else {
          keys.set(head + d * Block.PAGE + position % Block.PAGE, value);
        }
      }
    }
  }

  /// Adds the partial sums of `fc_in` and its bias up and applies gelu_new, in the form x / (1 +
  /// e^-2u) with u = √(2/π) (x + 0.044715 x³).
  ///
  /// @param parts [rows, lanes, outputs]
  static void gelu(
      IntArray block,
      FloatArray parts,
      FloatArray bias,
      FloatArray y,
      int outputs,
      int lanes,
      int rows) {
    for (@Parallel int i = 0; i < rows * outputs; i++) {
      int row = i / outputs;
      if (row < block.get(Block.COUNT)) {
        int output = i % outputs;
        float x = sum(parts, row, output, outputs, lanes) + bias.get(output);
        float inner = x * x * x * 0.044715f + x;
        y.set(i, x / (1f + (float) Math.exp(-1.5957692f * inner)));
      }
    }
  }

  /// What a layer adds to the residual stream: x = (attention + feed-forward) + x.
  static void add(
      IntArray block,
      FloatArray attended,
      int attendedLanes,
      FloatArray fed,
      FloatArray bias,
      int fedLanes,
      FloatArray x,
      int width,
      int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < block.get(Block.COUNT)) {
        int output = i % width;
        float attention = sum(attended, row, output, width, attendedLanes);
        float feed = sum(fed, row, output, width, fedLanes) + bias.get(output);
        x.set(i, attention + feed + x.get(i));
      }
    }
  }

  /// Adds partial sums and a bias up.
  ///
  /// @param parts [rows, lanes, outputs]
  static void fold(
      IntArray block,
      FloatArray parts,
      FloatArray bias,
      FloatArray y,
      int outputs,
      int lanes,
      int rows) {
    for (@Parallel int i = 0; i < rows * outputs; i++) {
      int row = i / outputs;
      if (row < block.get(Block.COUNT)) {
        int output = i % outputs;
        y.set(i, sum(parts, row, output, outputs, lanes) + bias.get(output));
      }
    }
  }

  /// Of each [#CHUNK] of a row the largest number, and the sum of e to the powers of what the
  /// numbers are above it.
  ///
  /// @param x [rows, width]
  /// @param peaks [rows, chunks, 2]
  static void peaks(IntArray block, FloatArray x, FloatArray peaks, int width, int rows) {
    for (@Parallel int i = 0; i < rows * ((width + CHUNK - 1) / CHUNK); i++) {
      int chunks = (width + CHUNK - 1) / CHUNK;
      int row = i / chunks;
      if (row < block.get(Block.COUNT)) {
        int first = row * width + i % chunks * CHUNK;
        int end = Math.min((row + 1) * width, first + CHUNK);
        float most = x.get(first);
        for (int k = first + 1; k < end; k++) {
          most = Math.max(most, x.get(k));
        }
        float sum = 0f;
        for (int k = first; k < end; k++) {
          sum += (float) Math.exp(x.get(k) - most);
        }
        peaks.set(2 * i, most);
        peaks.set(2 * i + 1, sum);
      }
    }
  }

  /// An output of a product. Neighbouring threads have neighbouring outputs, and read one stretch.
  private static float sum(FloatArray parts, int row, int output, int outputs, int lanes) {
    int from = row * lanes * outputs + output;
    float sum = 0f;
    for (int lane = 0; lane < lanes; lane++) {
      sum += parts.get(from + lane * outputs);
    }
    return sum;
  }
}
