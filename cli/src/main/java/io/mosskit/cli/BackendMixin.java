package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.tornado.Device;
import io.mosskit.inference.tornado.DeviceException;
import io.mosskit.inference.tornado.DeviceOptions;
import io.mosskit.inference.tornado.Devices;
import io.mosskit.inference.tornado.TornadoBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that choose what computes a model, and the loading of it there.
final class BackendMixin {

  /// Of the memory of a device, what is left to others by default: a tenth.
  private static final double SHARE_OF_MEMORY = 0.9;

  /// What can be asked for.
  enum Kind {
    /// A GPU where TornadoVM finds one, else the processors.
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
      description =
          "compute on that device, as mosskit devices numbers them: --device 0:1 (default: the"
              + " first)")
  private @Nullable String number;

  @Option(
      names = "--device-memory",
      paramLabel = "SIZE",
      description =
          "take at most so much of it, such as 20GB; layers that do not fit run on the processors"
              + " (default: nine tenths)")
  private @Nullable String deviceMemory;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that compute on the processors (default: one a processor)")
  private int threads = Runtime.getRuntime().availableProcessors();

  /// Loads a model. A note says what computes it, unless that was asked for.
  ///
  /// @param model the folder that the checkpoint was opened from, for messages
  /// @param tokens of the sequences that are in work at a time, all together
  /// @throws CommandFailure if it does not fit into memory, or what was asked for is not there
  Backend load(Checkpoint checkpoint, Path model, long tokens, Console console)
      throws IOException, CommandFailure {
    boolean namesDevice = number != null || deviceMemory != null;
    if (backend == Kind.CPU && namesDevice) {
      throw new CommandFailure(
          ExitCode.USAGE, "--device is for --backend tornado; leave one of them out");
    }
    if (backend == Kind.TORNADO || (backend == Kind.AUTO && namesDevice)) {
      return onDevice(chosen(Devices.find()), checkpoint, tokens, console);
    }
    if (backend == Kind.AUTO) {
      switch (Devices.find()) {
        case Devices.Missing missing -> noteProcessors(missing.reason(), console);
        case Devices.Found(List<Device> devices) -> {
          if (devices.getFirst().kind() == Device.Kind.GPU) {
            try {
              return onDevice(devices.getFirst(), checkpoint, tokens, console);
            } catch (DeviceException e) {
              noteProcessors(String.valueOf(e.getMessage()), console);
            }
          } else {
            noteProcessors("TornadoVM finds no GPU", console);
          }
        }
      }
    }
    RoomToRun.require(checkpoint, model, tokens, console);
    return CpuBackend.load(checkpoint, options(checkpoint));
  }

  private static void noteProcessors(String reason, Console console) {
    console.note("computing on the processors: " + reason + " (mosskit devices tells more)");
  }

  private Device chosen(Devices found) throws CommandFailure {
    return switch (found) {
      case Devices.Missing(String reason, String remedy) ->
          throw new CommandFailure(
              ExitCode.DEVICE, reason + "; " + remedy + "; or compute with --backend cpu");
      case Devices.Found(List<Device> devices) -> {
        if (number == null) {
          yield devices.getFirst();
        }
        yield devices.stream()
            .filter(device -> device.number().equals(number))
            .findFirst()
            .orElseThrow(() ->
                new CommandFailure(
                    ExitCode.DEVICE,
                    "--device is %s, but TornadoVM finds %s"
                        .formatted(
                            number,
                            String.join(", ", devices.stream().map(Device::number).toList()))));
      }
    };
  }

  private Backend onDevice(Device device, Checkpoint checkpoint, long tokens, Console console)
      throws IOException, CommandFailure {
    long memory =
        deviceMemory == null
            ? (long) (device.memory() * SHARE_OF_MEMORY)
            : ByteSize.parse("--device-memory", deviceMemory);
    DeviceOptions options =
        DeviceOptions.of(checkpoint.config(), memory, tokens)
            .withThreads(options(checkpoint).threads());
    TornadoBackend loaded = TornadoBackend.load(checkpoint, device, options);
    console.note(
        "computing on %s, %s: %s".formatted(device.number(), device.name(), loaded.placement()));
    return loaded;
  }

  private CpuOptions options(Checkpoint checkpoint) throws CommandFailure {
    try {
      return CpuOptions.of(checkpoint.config()).withThreads(threads);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
