package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Memory;
import java.io.IOException;
import java.nio.file.Path;

/// Looks, before a model runs, whether it can.
final class RoomToRun {

  private RoomToRun() {}

  /// Says what it costs where the weights do not fit into memory.
  ///
  /// @param tokens of the longest sequence
  /// @throws CommandFailure if keys, values and activations do not fit either
  static void require(Checkpoint checkpoint, Path model, long tokens, Console console)
      throws IOException, CommandFailure {
    Memory memory = Memory.of(checkpoint, tokens, ElementType.F32);
    if (!memory.runs()) {
      throw new CommandFailure(ExitCode.FILES, model + ": " + memory.problem().orElseThrow());
    }
    memory.warning().ifPresent(warning -> console.note(model + ": " + warning));
  }
}
