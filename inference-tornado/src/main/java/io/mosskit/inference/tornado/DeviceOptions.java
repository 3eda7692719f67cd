package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.RotaryPrecision;

/// How a model is computed on a device.
///
/// @param memory bytes that it may take there; layers that do not fit run on the processors
/// @param tokens of the sequences that are in work at a time, all together, each counted in whole
///   pages of 64
/// @param blockRows how many tokens go through the layers together, a multiple of 4; memory grows
///   with it, results do not change
/// @param rotary how inverse frequencies are rounded
/// @param threads of the processors that compute what does not fit
public record DeviceOptions(
    long memory, long tokens, int blockRows, RotaryPrecision rotary, int threads) {

  private static final int BLOCK_ROWS = 32;

  public DeviceOptions {
    if (memory < 1 || tokens < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "memory is %d, tokens %d and threads %d; each must be at least 1"
              .formatted(memory, tokens, threads));
    }
    if (blockRows < Products.TILE || blockRows % Products.TILE != 0) {
      throw new IllegalArgumentException(
          "blockRows is %d; expected a multiple of %d".formatted(blockRows, Products.TILE));
    }
  }

  /// The rotary embedding of the published programs, blocks of 32 tokens, and for what does not fit
  /// one thread a processor.
  public static DeviceOptions of(MossConfig config, long memory, long tokens) {
    return new DeviceOptions(
        memory,
        tokens,
        BLOCK_ROWS,
        RotaryPrecision.of(config),
        Runtime.getRuntime().availableProcessors());
  }

  /// These options with that rotary embedding.
  public DeviceOptions withRotary(RotaryPrecision newRotary) {
    return new DeviceOptions(memory, tokens, blockRows, newRotary, threads);
  }

  /// These options with blocks of so many tokens.
  public DeviceOptions withBlockRows(int newBlockRows) {
    return new DeviceOptions(memory, tokens, newBlockRows, rotary, threads);
  }

  /// These options with so many threads.
  public DeviceOptions withThreads(int newThreads) {
    return new DeviceOptions(memory, tokens, blockRows, rotary, newThreads);
  }
}
