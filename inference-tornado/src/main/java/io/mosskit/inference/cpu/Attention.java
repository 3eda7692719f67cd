package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.HeadLayout;
import io.mosskit.inference.model.RotaryTable;
import java.util.Arrays;

/// Causal attention of one head: rotates queries and keys, stores keys and values, and mixes for
/// each query the values of the tokens up to its own.
final class Attention {

  private static final int QUERIES = 2 * OuterTile.ROWS;
  private static final int PAGE = PagedCache.PAGE;

  private final HeadLayout layout;
  private final RotaryTable rotary;
  private final int size;
  private final int stride;
  private final int columns;
  private final float divisor;

  Attention(MossConfig config, RotaryTable rotary) {
    this.layout = HeadLayout.of(config);
    this.rotary = rotary;
    size = config.headSize();
    stride = Lanes.padded(size);
    columns = Math.ceilDiv(size, OuterTile.STRIP) * OuterTile.STRIP;
    divisor = (float) Math.sqrt(size);
  }

  /// Computes one head for the tokens of a segment.
  ///
  /// @param qkv the outputs of `qkv_proj`; the keys in it are rotated in place
  /// @param out written at head · size and on of each row
  void head(
      int layer,
      int head,
      Segment segment,
      float[] qkv,
      int qkvStride,
      float[] out,
      int outStride,
      Scratch scratch) {
    store(layer, head, segment, qkv, qkvStride);
    for (int first = 0; first < segment.rows(); first += QUERIES) {
      int rows = Math.min(QUERIES, segment.rows() - first);
      int seen = segment.position() + first + rows;
      float[] queries = scratch.queries(QUERIES * stride);
      for (int i = 0; i < rows; i++) {
        int row = segment.row() + first + i;
        System.arraycopy(qkv, row * qkvStride + layout.query(head), queries, i * stride, size);
        Arrays.fill(queries, i * stride + size, (i + 1) * stride, 0);
        rotary.rotate(queries, i * stride, segment.position() + first + i);
      }
      float[] mixed = scratch.mixed(QUERIES * columns);
      mix(layer, head, segment.cache(), rows, seen, queries, mixed, scratch);
      for (int i = 0; i < rows; i++) {
        int row = segment.row() + first + i;
        System.arraycopy(mixed, i * columns, out, row * outStride + head * size, size);
      }
    }
  }

  private void store(int layer, int head, Segment segment, float[] qkv, int qkvStride) {
    for (int i = 0; i < segment.rows(); i++) {
      int at = (segment.row() + i) * qkvStride;
      int position = segment.position() + i;
      rotary.rotate(qkv, at + layout.key(head), position);
      segment.cache().putKey(layer, head, position, qkv, at + layout.key(head));
      segment.cache().putValue(layer, head, position, qkv, at + layout.value(head), size);
    }
  }

  /// Attention of consecutive queries, the last of which sees `seen` tokens.
  private void mix(
      int layer,
      int head,
      PagedCache cache,
      int rows,
      int seen,
      float[] queries,
      float[] mixed,
      Scratch scratch) {
    int width = (seen + PAGE - 1) / PAGE * PAGE;
    float[] scores = scratch.scores(QUERIES * width);
    float[] panel = scratch.panel(PAGE * columns);
    for (int page = 0; page * PAGE < seen; page++) {
      int n = Math.min(PAGE, seen - page * PAGE);
      for (int i = 0; i < rows; i++) {
        Arrays.fill(scores, i * width + page * PAGE, i * width + page * PAGE + PAGE, 0);
      }
      OuterTile.add(
          queries,
          0,
          stride,
          cache.keys(layer, page, head, n, panel),
          cache.keysFrom(head),
          cache.keyStripSize(),
          scores,
          page * PAGE,
          width,
          rows,
          size,
          Lanes.padded(n));
    }
    int padded = Lanes.padded(seen);
    for (int i = 0; i < rows; i++) {
      int visible = seen - rows + i + 1;
      Elementwise.softmax(
          scores, i * width, visible, Lanes.padded(visible), divisor, scratch.lanes);
      Arrays.fill(scores, i * width + Lanes.padded(visible), i * width + padded, 0);
    }
    Arrays.fill(mixed, 0, rows * columns, 0);
    for (int page = 0; page * PAGE < seen; page++) {
      int n = Math.min(PAGE, seen - page * PAGE);
      float[] values = cache.values(layer, page, head, panel);
      OuterTile.add(
          scores,
          page * PAGE,
          width,
          values,
          cache.valuesFrom(head),
          PagedCache.STRIP_SIZE,
          mixed,
          0,
          columns,
          rows,
          n,
          columns);
    }
  }
}
