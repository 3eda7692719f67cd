package io.mosskit.inference.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;

/// Opens the models that lie in folders.
public final class Checkpoints {

  private static final int PROBLEMS_SHOWN = 5;

  private Checkpoints() {}

  /// Opens what is in a model folder: maps its files and reads what they say about themselves, but
  /// none of the weights, so that a model of any size opens at once.
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

  /// Opens a model to be run: as [#open], and every tensor that [MossShapes] lists is there with
  /// its shape and a fitting type, and no packed layer refers to a group that it has not.
  ///
  /// @throws CheckpointException as [#open] does, or naming the tensors that are missing or
  ///   misshapen
  public static Checkpoint openModel(Path folder) throws IOException {
    Checkpoint checkpoint = open(folder);
    List<String> problems = MossShapes.problems(checkpoint);
    if (problems.isEmpty()) {
      return checkpoint;
    }
    checkpoint.close();
    String shown =
        String.join("; ", problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size())));
    int more = problems.size() - PROBLEMS_SHOWN;
    throw new CheckpointException(
        folder, shown + (more > 0 ? "; and %d more".formatted(more) : ""));
  }
}
