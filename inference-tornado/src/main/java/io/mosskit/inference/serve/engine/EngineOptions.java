package io.mosskit.inference.serve.engine;

/// How many sequences are computed, and in what portions.
///
/// @param parallel how many sequences are under way at once, at least 1; each may take the memory
///   of a whole context
/// @param queue how many askers may wait, at least 1
/// @param context the longest sequence, prompt and reply, at least 2
/// @param piece how many tokens of prompts are read in a step in which replies are written too: the
///   fewer, the steadier these come
/// @param block how many tokens of prompts are read in a step in which none is
public record EngineOptions(int parallel, int queue, int context, int piece, int block) {

  private static final int PIECE = 64;
  private static final int BLOCK = 512;

  public EngineOptions {
    require("parallel", parallel, 1);
    require("queue", queue, 1);
    require("context", context, 2);
    require("piece", piece, 1);
    require("block", block, 1);
  }

  /// Options with portions that suit a CPU.
  public static EngineOptions of(int parallel, int queue, int context) {
    return new EngineOptions(parallel, queue, context, PIECE, BLOCK);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s is %d; expected at least %d".formatted(name, value, least));
    }
  }
}
