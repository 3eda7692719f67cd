package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/// Attention over the pages of keys and values, once [Kernels#placeQueriesKeysValues] has filled
/// them: scores, a mixture for each page, and the mixture of all.
final class AttentionKernels {

  private AttentionKernels() {}

  /// What each query has to do with each token up to its own: q · k / √headSize. A thread has one
  /// token, and with it the queries of all rows.
  ///
  /// @param scores [rows, heads, positions]
  static void scores(
      IntArray block,
      FloatArray queries,
      FloatArray keys,
      FloatArray scores,
      int pages,
      int width,
      int headSize,
      int rows) {
    for (@Parallel int i = 0; i < width / headSize * pages * Block.PAGE; i++) {
      int heads = width / headSize;
      int seen = i % (pages * Block.PAGE);
      int head = i / (pages * Block.PAGE);
      int count = block.get(Block.COUNT);
      for (int row = 0; row < count; row++) {
        if (seen <= block.get(Block.POSITIONS + row)) {
          int page = block.get(Block.POSITIONS + 2 * rows + row * pages + seen / Block.PAGE);
          int key = (page * heads + head) * headSize * Block.PAGE + seen % Block.PAGE;
          int query = row * width + head * headSize;
          float sum = 0f;
          for (int d = 0; d < headSize; d++) {
            sum += queries.get(query + d) * keys.get(key + d * Block.PAGE);
          }
          scores.set(
              row * heads * pages * Block.PAGE + i, sum / (float) Math.sqrt((float) headSize));
        }
      }
    }
  }

  /// The first half of mixing values by the softmax of scores: for the tokens of each page the
  /// mixture that is not yet divided, and of each head its largest score and its sum. A thread has
  /// one page and one dimension, and with them all rows.
  ///
  /// @param mixtures [rows, pages, width]
  /// @param peaks [rows, pages, heads, 2]
  static void mixPages(
      IntArray block,
      FloatArray scores,
      FloatArray values,
      FloatArray mixtures,
      FloatArray peaks,
      int pages,
      int width,
      int headSize,
      int rows) {
    for (@Parallel int i = 0; i < pages * width; i++) {
      int heads = width / headSize;
      int page = i / width;
      int head = i % width / headSize;
      int d = i % headSize;
      int count = block.get(Block.COUNT);
      for (int row = 0; row < count; row++) {
        int tokens = Math.min(Block.PAGE, block.get(Block.POSITIONS + row) + 1 - page * Block.PAGE);
        if (tokens > 0) {
          int from = ((row * heads + head) * pages + page) * Block.PAGE;
          int place = block.get(Block.POSITIONS + 2 * rows + row * pages + page);
          int value = (place * heads + head) * Block.PAGE * headSize + d;
          float most = scores.get(from);
          for (int t = 1; t < tokens; t++) {
            most = Math.max(most, scores.get(from + t));
          }
          float total = 0f;
          float mixed = 0f;
          for (int t = 0; t < tokens; t++) {
            float e = (float) Math.exp(scores.get(from + t) - most);
            total += e;
            mixed += e * values.get(value + t * headSize);
          }
          mixtures.set((row * pages + page) * width + i % width, mixed);
          if (d == 0) {
            int peak = 2 * ((row * pages + page) * heads + head);
            peaks.set(peak, most);
            peaks.set(peak + 1, total);
          }
        }
      }
    }
  }

  /// The second half: joins the mixtures of the pages up to a row's own token.
  ///
  /// @param y [rows, width]
  static void joinPages(
      IntArray block,
      FloatArray mixtures,
      FloatArray peaks,
      FloatArray y,
      int pages,
      int width,
      int headSize,
      int rows) {
    for (@Parallel int i = 0; i < rows * width; i++) {
      int row = i / width;
      if (row < block.get(Block.COUNT)) {
        int heads = width / headSize;
        int head = i % width / headSize;
        int seen = block.get(Block.POSITIONS + row) / Block.PAGE + 1;
        int first = row * pages;
        float most = peaks.get(2 * (first * heads + head));
        for (int page = 1; page < seen; page++) {
          most = Math.max(most, peaks.get(2 * ((first + page) * heads + head)));
        }
        float total = 0f;
        float mixed = 0f;
        for (int page = 0; page < seen; page++) {
          int peak = 2 * ((first + page) * heads + head);
          float share = (float) Math.exp(peaks.get(peak) - most);
          total += share * peaks.get(peak + 1);
          mixed += share * mixtures.get((first + page) * width + i % width);
        }
        y.set(i, mixed / total);
      }
    }
  }
}
