package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.RotaryPrecision;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/// What the rows of a block are on their way through a layer, and two tables. All layers share
/// them.
final class Buffers {

  /// Cosines and sines, [positions, rotary].
  final FloatArray angles;

  final FloatArray moments;
  final FloatArray normalised;
  final FloatArray queries;
  final FloatArray scores;
  final FloatArray mixtures;
  final FloatArray peaks;
  final FloatArray mixed;
  final FloatArray inner;

  /// Partial sums of `qkv_proj`, then of `out_proj`.
  final FloatArray parts;

  /// Partial sums of `fc_in`, then of `fc_out`, and of the output layer.
  final FloatArray feedParts;

  Buffers(MossConfig config, Block block, RotaryPrecision rotary, boolean withHead) {
    int rows = block.rows();
    int width = config.nEmbd();
    angles = angles(config, rotary);
    moments = new FloatArray(2 * rows * Math.ceilDiv(width, Kernels.CHUNK));
    normalised = new FloatArray(rows * width);
    queries = new FloatArray(rows * width);
    scores = new FloatArray(rows * config.nHead() * block.positions());
    mixtures = new FloatArray(rows * block.pages() * width);
    peaks = new FloatArray(2 * rows * block.pages() * config.nHead());
    mixed = new FloatArray(rows * width);
    inner = new FloatArray(rows * config.nInner());
    parts = new FloatArray(Math.toIntExact(parts(config, rows)));
    feedParts = new FloatArray(Math.toIntExact(feedParts(config, rows, withHead)));
  }

  private static long parts(MossConfig config, int rows) {
    return 3L * rows * config.nEmbd() * DeviceMatrix.LANES;
  }

  private static long feedParts(MossConfig config, int rows, boolean withHead) {
    long feed = (long) rows * Math.max(config.nInner(), config.nEmbd());
    long head = withHead ? (long) DeviceModel.HEAD_ROWS * config.vocabSize() : 0;
    return Math.max(feed, head) * DeviceMatrix.LANES;
  }

  /// How many bytes they take, with the stream and the logits.
  static long bytes(MossConfig config, Block block) {
    long rows = block.rows();
    long activations = rows * (5L * config.nEmbd() + config.nInner());
    long scores = rows * config.nHead() * block.positions();
    long mixtures = rows * block.pages() * (config.nEmbd() + 2L * config.nHead());
    long angles = (long) config.nPositions() * config.rotaryDim();
    long logits = (long) DeviceModel.HEAD_ROWS * config.vocabSize();
    return Float.BYTES
        * (activations
            + scores
            + mixtures
            + angles
            + logits
            + parts(config, block.rows())
            + feedParts(config, block.rows(), true));
  }

  private static FloatArray angles(MossConfig config, RotaryPrecision rotary) {
    float[] inverse = rotary.inverseFrequencies(config.rotaryDim());
    FloatArray angles = new FloatArray(config.nPositions() * config.rotaryDim());
    for (int position = 0; position < config.nPositions(); position++) {
      for (int pair = 0; pair < inverse.length; pair++) {
        float angle = position * inverse[pair];
        int at = position * config.rotaryDim() + 2 * pair;
        angles.set(at, (float) Math.cos(angle));
        angles.set(at + 1, (float) Math.sin(angle));
      }
    }
    return angles;
  }

  /// Declares what a layer works with.
  void declare(Stage stage) {
    stage.lasting(
        angles,
        moments,
        normalised,
        queries,
        scores,
        mixtures,
        peaks,
        mixed,
        inner,
        parts,
        feedParts);
  }
}
