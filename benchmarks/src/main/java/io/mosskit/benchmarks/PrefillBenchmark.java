package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How fast a prompt is read, as a share of what a loop of fused multiply-adds in registers
/// reaches: prompts and loops take turns, and medians are compared.
///
/// Arguments: a folder for the models, as for [DecodeBenchmark]; tokens of the prompt (512); rounds
/// (9); threads (all processors); the models (F32 F16 INT8 INT4).
public final class PrefillBenchmark {

  private PrefillBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    int tokens = args.length > 1 ? Integer.parseInt(args[1]) : 512;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
    int threads =
        args.length > 3 ? Integer.parseInt(args[3]) : Runtime.getRuntime().availableProcessors();
    List<String> names =
        args.length > 4
            ? List.of(args).subList(4, args.length)
            : List.of("F32", "F16", "INT8", "INT4");
    System.out.println("| weights | ms | tokens/s | GFLOP/s | register loop GFLOP/s | share |");
    System.out.println("|---|---|---|---|---|---|");
    for (String name : names) {
      try (Checkpoint checkpoint = BenchmarkModel.valueOf(name).open(folder);
          MachineLimits limits = new MachineLimits(threads)) {
        run(name, checkpoint, limits, tokens, rounds, threads);
      }
    }
  }

  private static void run(
      String name, Checkpoint checkpoint, MachineLimits limits, int tokens, int rounds, int threads)
      throws IOException, InterruptedException {
    int[] prompt = IntStream.range(0, tokens).toArray();
    float[] logits = new float[checkpoint.config().vocabSize()];
    List<Double> nanos = new ArrayList<>();
    List<Double> peaks = new ArrayList<>();
    try (CpuBackend backend =
        CpuBackend.load(checkpoint, CpuOptions.of(checkpoint.config()).withThreads(threads))) {
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        try (KvCache cache = backend.newCache()) {
          backend.forward(
              List.of(new Chunk(cache, prompt, Wanted.LAST)), (_, _, row) -> row.copyTo(logits));
        }
        double taken = System.nanoTime() - start;
        double peak = limits.multiplyAdd();
        if (round >= rounds / 3) { // before, the JVM is still compiling
          nanos.add(taken);
          peaks.add(peak);
        }
      }
    }
    double median = MachineLimits.median(nanos);
    double peak = MachineLimits.median(peaks);
    double reached = BenchmarkModel.prefillOperations(checkpoint.config(), tokens) / median;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f | %.0f | %.0f %% |%n",
        name,
        median / 1e6,
        tokens * 1e9 / median,
        reached,
        peak,
        100 * reached / peak);
  }
}
