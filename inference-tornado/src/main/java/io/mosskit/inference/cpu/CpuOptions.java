package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.RotaryPrecision;

/// How a model is computed on this machine's processors.
///
/// @param threads how many compute, at least 1
/// @param rotary how inverse frequencies are rounded
/// @param cache how keys and values are kept
/// @param blockRows how many tokens go through the layers together, at least 1; memory grows with
///   it, results do not change
public record CpuOptions(int threads, RotaryPrecision rotary, CachePrecision cache, int blockRows) {

  private static final int BLOCK_ROWS = 512;

  public CpuOptions {
    if (threads < 1 || blockRows < 1) {
      throw new IllegalArgumentException(
          "threads is %d and blockRows %d; both must be at least 1".formatted(threads, blockRows));
    }
  }

  /// One thread a processor, the rotary embedding of the published programs, an fp32 cache.
  public static CpuOptions of(MossConfig config) {
    return new CpuOptions(
        Runtime.getRuntime().availableProcessors(),
        RotaryPrecision.of(config),
        CachePrecision.FP32,
        BLOCK_ROWS);
  }

  /// These options with so many threads.
  public CpuOptions withThreads(int newThreads) {
    return new CpuOptions(newThreads, rotary, cache, blockRows);
  }

  /// These options with that rotary embedding.
  public CpuOptions withRotary(RotaryPrecision newRotary) {
    return new CpuOptions(threads, newRotary, cache, blockRows);
  }

  /// These options with that cache.
  public CpuOptions withCache(CachePrecision newCache) {
    return new CpuOptions(threads, rotary, newCache, blockRows);
  }

  /// These options with blocks of so many tokens.
  public CpuOptions withBlockRows(int newBlockRows) {
    return new CpuOptions(threads, rotary, cache, newBlockRows);
  }
}
