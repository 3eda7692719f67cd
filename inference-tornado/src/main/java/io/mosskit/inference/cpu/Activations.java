package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.MossConfig;

/// What the rows of a block are on their way through the layers. Each array has one row a token,
/// padded to whole vectors with numbers that stay zero.
final class Activations {

  final int width;
  final int qkvWidth;
  final int innerWidth;

  /// The residual stream.
  final float[] stream;

  /// It, normalised.
  final float[] normalised;

  final float[] qkv;

  /// The outputs of all heads.
  final float[] heads;

  final float[] inner;

  /// What attention adds to the stream.
  final float[] attended;

  /// What the feed-forward layer adds to it.
  final float[] fed;

  Activations(MossConfig config, int rows) {
    width = Lanes.padded(config.nEmbd());
    qkvWidth = Lanes.padded(3 * config.nEmbd());
    innerWidth = Lanes.padded(config.nInner());
    stream = new float[rows * width];
    normalised = new float[rows * width];
    qkv = new float[rows * qkvWidth];
    heads = new float[rows * width];
    inner = new float[rows * innerWidth];
    attended = new float[rows * width];
    fed = new float[rows * width];
  }
}
