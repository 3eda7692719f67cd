package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.model.Projection;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A layer with weights packed by GPTQ, read as they lie in the file; nothing is repacked.
///
/// Each output is summed input by input, in the order of the file. Where the inputs of a group lie
/// together, as in the published models, one row of x takes the codes straight from the file, and
/// several rows share weights unpacked into the cache. Where they do not (act-order), a single row
/// takes the second way too, and each input its own scale.
final class PackedLinear implements Linear {

  private static final int OUTPUTS_A_TASK = 512;
  private static final int OUTPUTS_A_WIDE_TASK = 1024;
  private static final int WIDE = 8 * OUTPUTS_A_WIDE_TASK;
  private static final int BYTES_FETCHED = 32 << 10;
  private static final int CACHE_LINE = 64;
  private static final int OUTPUTS_A_BLOCK = 128;
  private static final int INPUTS_A_BLOCK = 128;
  private static final int STRIP_SIZE = INPUTS_A_BLOCK * OuterTile.STRIP;

  private final int bits;
  private final int codesPerWord;
  private final int inputs;
  private final int outputs;
  private final MemorySegment codes;
  private final MemorySegment zeros;
  private final MemorySegment scales;
  private final int[] groupOf;
  private final boolean contiguous;
  private final float @Nullable [] bias;

  PackedLinear(Projection.Packed packed) {
    bits = packed.bits();
    codesPerWord = Integer.SIZE / bits;
    inputs = packed.inputs();
    outputs = packed.outputs();
    codes = packed.codes().data();
    zeros = packed.zeros().data();
    scales = packed.scales().data();
    groupOf = new int[inputs];
    for (int i = 0; i < inputs; i++) {
      groupOf[i] = Numbers.intAt(packed.groupOf().data(), (long) Integer.BYTES * i);
    }
    contiguous = wordsHaveOneGroup();
    bias = packed.bias() == null ? null : Numbers.floats(packed.bias());
  }

  private boolean wordsHaveOneGroup() {
    for (int i = 0; i < inputs; i++) {
      if (groupOf[i] != groupOf[i - i % codesPerWord]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int grain(int rows) {
    if (rows > 1 || !contiguous) {
      return OUTPUTS_A_BLOCK;
    }
    return outputs < WIDE ? OUTPUTS_A_TASK : OUTPUTS_A_WIDE_TASK;
  }

  @Override
  public void apply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] y,
      int yStride,
      int from,
      int to,
      Scratch scratch) {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(y, row * yStride + from, row * yStride + to, 0);
    }
    int whole = from + ((to - from) & -Lanes.COUNT);
    if (rows == 1 && contiguous) {
      one(x, xFrom, y, from, whole - from, scratch);
    } else {
      many(x, xFrom, xStride, rows, y, yStride, from, whole - from, scratch);
    }
    for (int output = whole; output < to; output++) {
      rest(x, xFrom, xStride, rows, y, yStride, output);
    }
    for (int row = 0; bias != null && row < rows; row++) {
      for (int o = from; o < to; o++) {
        y[row * yStride + o] += bias[o];
      }
    }
  }

  private void one(float[] x, int xFrom, float[] y, int from, int n, Scratch scratch) {
    PackedWords.Group group = scratch.group(n);
    int fetched = Math.max(1, BYTES_FETCHED / Integer.BYTES / Math.max(1, n)) * codesPerWord;
    int current = -1;
    for (int k = 0; k < inputs; k += codesPerWord) {
      if (k % fetched == 0) {
        scratch.take(fetch(k, Math.min(inputs, k + fetched), from, n));
      }
      if (groupOf[k] != current) {
        current = groupOf[k];
        readGroup(current, from, n, group);
      }
      PackedWords.add(bits, codes, wordAt(k, from), x, xFrom + k, group, y, from, n);
    }
  }

  /// Reads the words of some inputs, line by line, into the cache. They lie in short runs, each on
  /// another page, and no processor foresees the next run: it would wait at the beginning of each.
  /// Nothing waits for what is read here, so that the runs come together.
  ///
  /// @return a number that depends on all of them, without which none would be read
  private int fetch(int k, int end, int from, int n) {
    int sum = 0;
    for (int input = k; input < end; input += codesPerWord) {
      long run = wordAt(input, from);
      for (int i = 0; i < n * Integer.BYTES; i += CACHE_LINE) {
        sum += Numbers.intAt(codes, run + i);
      }
    }
    return sum;
  }

  private void many(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] y,
      int yStride,
      int from,
      int n,
      Scratch scratch) {
    float[] panel = scratch.panel(Math.ceilDiv(n, OuterTile.STRIP) * STRIP_SIZE);
    for (int k = 0; k < inputs; k += INPUTS_A_BLOCK) {
      int depth = Math.min(INPUTS_A_BLOCK, inputs - k);
      if (contiguous) {
        unpack(k, depth, from, n, panel, scratch);
      } else {
        unpackOneByOne(k, depth, from, n, panel);
      }
      OuterTile.add(
          x, xFrom + k, xStride, 1, panel, 0, STRIP_SIZE, y, from, yStride, rows, depth, n);
    }
  }

  private void unpack(int first, int depth, int from, int n, float[] panel, Scratch scratch) {
    PackedWords.Group group = scratch.group(n);
    int current = -1;
    for (int k = 0; k < depth; k += codesPerWord) {
      if (groupOf[first + k] != current) {
        current = groupOf[first + k];
        readGroup(current, from, n, group);
      }
      long at = wordAt(first + k, from);
      PackedWords.unpack(bits, codes, at, group, panel, k * OuterTile.STRIP, STRIP_SIZE, n);
    }
  }

  private void unpackOneByOne(int first, int depth, int from, int n, float[] panel) {
    for (int k = 0; k < depth; k++) {
      for (int o = 0; o < n; o++) {
        int at = o / OuterTile.STRIP * STRIP_SIZE + k * OuterTile.STRIP + o % OuterTile.STRIP;
        panel[at] = weight(first + k, from + o);
      }
    }
  }

  private void rest(
      float[] x, int xFrom, int xStride, int rows, float[] y, int yStride, int output) {
    for (int k = 0; k < inputs; k++) {
      float weight = weight(k, output);
      for (int row = 0; row < rows; row++) {
        int at = row * yStride + output;
        y[at] = Math.fma(weight, x[xFrom + row * xStride + k], y[at]);
      }
    }
  }

  private long wordAt(int input, int output) {
    return ((long) (input / codesPerWord) * outputs + output) * Integer.BYTES;
  }

  private void readGroup(int number, int from, int n, PackedWords.Group group) {
    long at = ((long) number * outputs + from) * Short.BYTES;
    DotRows.unpack(ElementType.F16, scales, at, n, group.scales(), 0);
    int[] stored = group.zeros();
    int mask = (1 << bits) - 1;
    long word = ((long) number * outputs + from) / codesPerWord * Integer.BYTES;
    for (int o = 0; o < n; word += Integer.BYTES) {
      int packed = Numbers.intAt(zeros, word);
      for (int t = 0; t < codesPerWord; t++) {
        stored[o++] = packed & mask;
        packed >>>= bits;
      }
    }
    group.prepare(bits, n);
  }

  private float weight(int input, int output) {
    int word = Numbers.intAt(codes, wordAt(input, output));
    int code = (word >>> (bits * (input % codesPerWord))) & ((1 << bits) - 1);
    int group = groupOf[input];
    return (code - zero(group, output)) * scale(group, output);
  }

  private float scale(int group, int output) {
    return Numbers.at(ElementType.F16, scales, ((long) group * outputs + output) * Short.BYTES);
  }

  private int zero(int group, int output) {
    long word = (long) group * (outputs / codesPerWord) + output / codesPerWord;
    int packed = Numbers.intAt(zeros, word * Integer.BYTES);
    return ((packed >>> (bits * (output % codesPerWord))) & ((1 << bits) - 1)) + 1;
  }
}
