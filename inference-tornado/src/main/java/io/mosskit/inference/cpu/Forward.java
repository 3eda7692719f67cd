package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.RotaryTable;
import java.util.List;

/// Takes a block of rows through the layers. A row is a token of some sequence.
///
/// A layer is four jobs of the pool: normalising; both layers that read the normalised stream
/// (`qkv_proj`, `fc_in`); attention; both layers that add to the stream (`out_proj`, `fc_out`).
/// Source: MOSS reference, section C.3.
final class Forward {

  private final MossConfig config;
  private final CpuWeights weights;
  private final Attention attention;
  private final WorkerPool pool;
  private final Scratch[] scratches;
  private final RunSums runSums;
  private final WorkerPool.Job normalise = this::normalise;
  private final WorkerPool.Job readStream = this::readStream;
  private final WorkerPool.Job attend = this::attend;
  private final WorkerPool.Job addToStream = this::addToStream;
  private final WorkerPool.Job head = this::head;

  // What the jobs of the block under way work on.
  private final Activations a;
  private List<Segment> segments = List.of();
  private int rows;
  private int layerNumber;
  private CpuWeights.Layer layer;
  private PaddedNorm norm;
  private float[] logits = new float[0];
  private int logitRow;

  Forward(MossConfig config, CpuWeights weights, CpuOptions options, WorkerPool pool) {
    this.config = config;
    this.weights = weights;
    this.pool = pool;
    attention = new Attention(config, RotaryTable.of(config, options.rotary()));
    a = new Activations(config, options.blockRows());
    scratches = new Scratch[pool.threads()];
    for (int i = 0; i < scratches.length; i++) {
      scratches[i] = new Scratch();
    }
    runSums = new RunSums(pool, scratches);
    layer = weights.layers().getFirst();
    norm = weights.finalNorm();
  }

  /// Takes the tokens of a block through all layers.
  ///
  /// @param newSegments with rows from 0 on, without gaps
  /// @param ids of the rows
  void block(List<Segment> newSegments, int[] ids, int newRows) {
    segments = newSegments;
    rows = newRows;
    for (int row = 0; row < rows; row++) {
      weights.embed(ids[row], a.stream, row * a.width);
    }
    for (layerNumber = 0; layerNumber < config.nLayer(); layerNumber++) {
      layer = weights.layers().get(layerNumber);
      norm = layer.norm();
      pool.run(rows, normalise);
      sumRuns(layer.feedIn(), a.normalised, layer.queryKeyValue(), a.normalised);
      pool.run(tasks(layer.queryKeyValue()) + tasks(layer.feedIn()), readStream);
      pool.run(segments.size() * config.nHead(), attend);
      sumRuns(layer.feedOut(), a.inner, layer.attentionOut(), a.heads);
      pool.run(tasks(layer.attentionOut()), addToStream);
    }
    norm = weights.finalNorm();
    pool.run(rows, normalise);
  }

  /// What the rows of the last block have become.
  Activations activations() {
    return a;
  }

  /// Moves a row of what the last block has become to the front, over one that is needed no more.
  void moveToFront(int row, int to) {
    System.arraycopy(a.normalised, row * a.width, a.normalised, to * a.width, a.width);
  }

  /// Copies a row of what the last block has become, without its padding.
  void copyState(int row, float[] into) {
    System.arraycopy(a.normalised, row * a.width, into, 0, into.length);
  }

  /// The logits of consecutive rows of what the last block has become.
  ///
  /// @param into [count, vocab_size]
  void logits(int firstRow, int count, float[] into) {
    logits = into;
    logitRow = firstRow;
    rows = count;
    pool.run(tasks(weights.head()), head);
  }

  /// Sums what one row takes of packed layers run by run, before [#apply] makes outputs of it.
  private void sumRuns(Linear one, float[] x, Linear other, float[] otherX) {
    if (rows == 1 && one instanceof PackedLinear first && other instanceof PackedLinear second) {
      runSums.run(first, x, second, otherX);
    } else {
      runSums.clear();
    }
  }

  private int tasks(Linear linear) {
    return Math.ceilDiv(linear.outputs(), linear.grain(rows));
  }

  private void normalise(int row, int worker) {
    int at = row * a.width;
    norm.apply(a.stream, at, a.normalised, at, scratches[worker]);
  }

  private void readStream(int task, int worker) {
    int feedTasks = tasks(layer.feedIn());
    if (task >= feedTasks) {
      Linear linear = layer.queryKeyValue();
      int from = from(linear, task - feedTasks);
      int to = to(linear, task - feedTasks);
      apply(linear, from, to, a.normalised, a.width, a.qkv, a.qkvWidth, worker);
      return;
    }
    int from = from(layer.feedIn(), task);
    int to = to(layer.feedIn(), task);
    apply(layer.feedIn(), from, to, a.normalised, a.width, a.inner, a.innerWidth, worker);
    for (int row = 0; row < rows; row++) {
      Elementwise.gelu(a.inner, row * a.innerWidth + from, row * a.innerWidth + to);
    }
  }

  private void attend(int task, int worker) {
    attention.head(
        layerNumber,
        task % config.nHead(),
        segments.get(task / config.nHead()),
        a.qkv,
        a.qkvWidth,
        a.heads,
        a.width,
        scratches[worker]);
  }

  /// x = (attention + feed-forward) + x, in that order.
  private void addToStream(int task, int worker) {
    int from = from(layer.attentionOut(), task);
    int to = to(layer.attentionOut(), task);
    apply(layer.attentionOut(), from, to, a.heads, a.width, a.attended, a.width, worker);
    apply(layer.feedOut(), from, to, a.inner, a.innerWidth, a.fed, a.width, worker);
    for (int row = 0; row < rows; row++) {
      for (int i = row * a.width + from; i < row * a.width + to; i++) {
        a.stream[i] = a.attended[i] + a.fed[i] + a.stream[i];
      }
    }
  }

  private void head(int task, int worker) {
    Linear linear = weights.head();
    linear.apply(
        a.normalised,
        logitRow * a.width,
        a.width,
        rows,
        logits,
        linear.outputs(),
        from(linear, task),
        to(linear, task),
        scratches[worker]);
  }

  private void apply(
      Linear linear, int from, int to, float[] x, int xStride, float[] y, int yStride, int worker) {
    if (!runSums.collect(linear, y, from, to)) {
      linear.apply(x, 0, xStride, rows, y, yStride, from, to, scratches[worker]);
    }
  }

  private int from(Linear linear, int task) {
    return task * linear.grain(rows);
  }

  private int to(Linear linear, int task) {
    return Math.min(linear.outputs(), (task + 1) * linear.grain(rows));
  }
}
