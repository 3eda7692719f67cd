package io.mosskit.inference.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/// Opens the models that lie in folders.
public final class Checkpoints {

  private Checkpoints() {}

  /// Opens the model in a folder: maps its files and reads what they say about themselves, but none
  /// of the weights, so that a model of any size opens at once.
  ///
  /// @param folder holds `config.json` and, in this order of preference, `model.safetensors`,
  ///   `model.safetensors.index.json` with its shards, `pytorch_model.bin` or
  ///   `pytorch_model.bin.index.json` with its shards
  /// @throws CheckpointException if a file is missing, broken or contradicts another one
  /// @throws IOException if a file cannot be read
  public static Checkpoint open(Path folder) throws IOException {
    MossConfig config = MossConfig.read(folder);
    Arena arena = Arena.ofShared();
    try {
      return new MappedCheckpoint(config, WeightFiles.read(folder, arena), arena);
    } catch (Throwable failure) {
      arena.close();
      throw failure;
    }
  }
}
