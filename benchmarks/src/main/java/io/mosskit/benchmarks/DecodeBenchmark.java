package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tokens a second, one after the other, as a share of the memory bandwidth that a plain read loop
/// reaches on the same file: tokens and reads take turns, and medians are compared.
///
/// Arguments: a folder for the models, which are written where they are not there yet (2.6 GB in
/// all); tokens of each model (120); threads (all processors); the models (F32 F16 BF16 INT8 INT4).
public final class DecodeBenchmark {

  private static final int TOKENS_A_READ = 4;

  private DecodeBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    int tokens = args.length > 1 ? Integer.parseInt(args[1]) : 120;
    int threads =
        args.length > 2 ? Integer.parseInt(args[2]) : Runtime.getRuntime().availableProcessors();
    List<String> names =
        args.length > 3
            ? List.of(args).subList(3, args.length)
            : List.of("F32", "F16", "BF16", "INT8", "INT4");
    System.out.println("| weights | MB a token | ms | tokens/s | GB/s | read loop GB/s | share |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String name : names) {
      try (Checkpoint checkpoint = BenchmarkModel.valueOf(name).open(folder);
          MachineLimits limits = new MachineLimits(threads)) {
        run(name, checkpoint, limits, tokens, threads);
      }
    }
  }

  private static void run(
      String name, Checkpoint checkpoint, MachineLimits limits, int tokens, int threads)
      throws IOException, InterruptedException {
    MemorySegment sample = checkpoint.tensor("transformer.wte.weight").orElseThrow().data();
    List<Double> nanos = new ArrayList<>();
    List<Double> reads = new ArrayList<>();
    try (CpuBackend backend =
            CpuBackend.load(checkpoint, CpuOptions.of(checkpoint.config()).withThreads(threads));
        KvCache cache = backend.newCache()) {
      float[] logits = new float[checkpoint.config().vocabSize()];
      for (int token = 0; token < tokens; token++) {
        long start = System.nanoTime();
        backend.forward(
            List.of(new Chunk(cache, new int[] {token}, Wanted.LAST)),
            (_, _, row) -> row.copyTo(logits));
        double taken = System.nanoTime() - start;
        double read = token % TOKENS_A_READ == 0 ? limits.read(sample) : 0;
        if (token >= tokens / 3) { // before, the JVM is still compiling
          nanos.add(taken);
          if (read > 0) {
            reads.add(read);
          }
        }
      }
    }
    long bytes = BenchmarkModel.bytesPerToken(checkpoint);
    double median = MachineLimits.median(nanos);
    double read = MachineLimits.median(reads);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.2f | %.1f | %.1f | %.1f | %.0f %% |%n",
        name,
        bytes / 1e6,
        median / 1e6,
        1e9 / median,
        bytes / median,
        read,
        100 * bytes / median / read);
  }
}
