package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.ModelException;
import io.mosskit.inference.tornado.Device;
import io.mosskit.inference.tornado.DeviceLimits;
import io.mosskit.inference.tornado.DeviceOptions;
import io.mosskit.inference.tornado.Devices;
import io.mosskit.inference.tornado.TornadoBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Tokens and prompts on a device of TornadoVM, as shares of what the same device reaches in the
/// same run: tokens of a kernel that copies, prompts of loops of multiply-adds in registers.
///
/// Arguments: the device as `mosskit devices` numbers it; tokens (60); tokens of the prompt (256);
/// megabytes that are copied (512); then models: folders, or names of [BenchmarkModel] after the
/// folder where they are written, as in `models/INT4`.
public final class DeviceBenchmark {

  private static final int ROUNDS = 9;
  private static final double SHARE_OF_MEMORY = 0.9;

  private DeviceBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Device device = device(args[0]);
    int tokens = Integer.parseInt(args[1]);
    int prompt = Integer.parseInt(args[2]);
    int elements = Integer.parseInt(args[3]) * (1_000_000 / 8);
    System.out.println(device.number() + ", " + device.name() + ", " + device.driver());
    DeviceLimits limits = DeviceLimits.measure(device, elements, ROUNDS);
    System.out.printf(
        Locale.ROOT,
        "copying %.1f GB/s, multiply-adds %.0f GFLOP/s%n",
        limits.copied() / 1e9,
        limits.operations() / 1e9);
    System.out.println(
        "| model | on the device | loading s | MB a token | ms | tokens/s | GB/s | share |"
            + " prompt ms | tokens/s | GFLOP/s | share |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (String name : List.of(args).subList(4, args.length)) {
      try (Checkpoint checkpoint = open(Path.of(name))) {
        run(name, checkpoint, device, limits, tokens, prompt);
      }
    }
  }

  private static Device device(String number) {
    return switch (Devices.find()) {
      case Devices.Found(List<Device> devices) ->
          devices.stream()
              .filter(device -> device.number().equals(number))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no device " + number));
      case Devices.Missing(String reason, String remedy) ->
          throw new IllegalStateException(reason + "; " + remedy);
    };
  }

  private static Checkpoint open(Path path) throws IOException, InterruptedException {
    if (Files.exists(path.resolve("config.json"))) {
      return Checkpoints.open(path);
    }
    Path folder = path.getParent() == null ? Path.of("") : path.getParent();
    return BenchmarkModel.valueOf(path.getFileName().toString()).open(folder);
  }

  private static void run(
      String name,
      Checkpoint checkpoint,
      Device device,
      DeviceLimits limits,
      int tokens,
      int prompt)
      throws ModelException {
    DeviceOptions options =
        DeviceOptions.of(
            checkpoint.config(),
            (long) (device.memory() * SHARE_OF_MEMORY),
            checkpoint.config().nPositions());
    float[] logits = new float[checkpoint.config().vocabSize()];
    long start = System.nanoTime();
    try (TornadoBackend backend = TornadoBackend.load(checkpoint, device, options)) {
      double loading = (System.nanoTime() - start) / 1e9;
      List<Double> decoding = new ArrayList<>();
      try (KvCache cache = backend.newCache()) {
        for (int token = 0; token < tokens; token++) {
          decoding.add(seconds(backend, cache, new int[] {token}, logits));
        }
      }
      int[] ids = IntStream.range(0, prompt).toArray();
      List<Double> reading = seconds(backend, ids, logits, 2);
      double decode = MachineLimits.median(decoding.subList(tokens / 3, tokens));
      double read = MachineLimits.median(reading);
      long bytes = BenchmarkModel.bytesPerToken(checkpoint);
      double operations = BenchmarkModel.prefillOperations(checkpoint.config(), prompt);
      System.out.printf(
          Locale.ROOT,
          "| %s | %d of %d layers | %.1f | %.0f | %.2f | %.1f | %.1f | %.0f %% | %.0f | %.0f | %.1f | %.0f %% |%n",
          name,
          backend.placement().layers(),
          backend.placement().of(),
          loading,
          bytes / 1e6,
          decode * 1e3,
          1 / decode,
          bytes / decode / 1e9,
          100 * bytes / decode / limits.copied(),
          read * 1e3,
          prompt / read,
          operations / read / 1e9,
          100 * operations / read / limits.operations());
    }
  }

  /// Seconds of a prompt from its beginning, so many times more than once.
  private static List<Double> seconds(TornadoBackend backend, int[] ids, float[] logits, int more) {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round <= more; round++) {
      try (KvCache cache = backend.newCache()) {
        seconds.add(seconds(backend, cache, ids, logits));
      }
    }
    return seconds;
  }

  private static double seconds(TornadoBackend backend, KvCache cache, int[] ids, float[] logits) {
    long start = System.nanoTime();
    backend.forward(List.of(new Chunk(cache, ids, Wanted.LAST)), (_, _, row) -> row.copyTo(logits));
    return (System.nanoTime() - start) / 1e9;
  }
}
