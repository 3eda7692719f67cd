package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.model.Backend;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that choose what computes a model, and the loading of it there.
final class BackendMixin {

  /// What can be asked for.
  enum Kind {
    /// A device of TornadoVM where there is one, else the processors.
    AUTO,
    /// This machine's processors.
    CPU,
    /// A device of TornadoVM, or nothing.
    TORNADO
  }

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = {
        "what computes: auto (a GPU where TornadoVM finds one, else the processors),",
        "cpu or tornado (default: auto); mosskit devices lists what is there"
      })
  private Kind backend = Kind.AUTO;

  @Option(
      names = "--device",
      paramLabel = "B:D",
      description = "compute on that device, as mosskit devices numbers them (default: the best)")
  private @Nullable String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that compute on the processors (default: one a processor)")
  private int threads = Runtime.getRuntime().availableProcessors();

  /// Loads a model. A note says what computes it, where that is not what was asked for.
  ///
  /// @param model the folder that the checkpoint was opened from, for messages
  /// @param tokens of the sequences that are in work at a time, all together
  /// @throws CommandFailure if it does not fit into memory, or what was asked for is not there
  Backend load(Checkpoint checkpoint, Path model, long tokens, Console console)
      throws IOException, CommandFailure {
    switch (backend) {
      case CPU -> {
        if (device != null) {
          throw new CommandFailure(
              ExitCode.USAGE, "--device is for --backend tornado; leave one of them out");
        }
      }
      case AUTO -> console.note("computing on the processors: TornadoVM is not there");
      case TORNADO ->
          throw new CommandFailure(
              ExitCode.DEVICE,
              "TornadoVM is not there: install its SDK and name its folder in TORNADOVM_HOME, or"
                  + " compute with --backend cpu");
    }
    return onProcessors(checkpoint, model, tokens, console);
  }

  private Backend onProcessors(Checkpoint checkpoint, Path model, long tokens, Console console)
      throws IOException, CommandFailure {
    RoomToRun.require(checkpoint, model, tokens, console);
    return CpuBackend.load(checkpoint, options(checkpoint));
  }

  private CpuOptions options(Checkpoint checkpoint) throws CommandFailure {
    try {
      return CpuOptions.of(checkpoint.config()).withThreads(threads);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
