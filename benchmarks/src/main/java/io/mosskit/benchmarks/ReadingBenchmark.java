package io.mosskit.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import io.mosskit.cli.Mosskit;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Scan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// `mosskit validate --lenient` against Jackson's own streaming parser, on one file, in one run:
/// each is timed in turn, several rounds, and the medians are compared.
///
/// Arguments: a corpus whose dialogues are repeated until the file has the wanted size; the size in
/// megabytes (1000); rounds (5).
public final class ReadingBenchmark {

  private ReadingBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path samples = Path.of(args[0]);
    long bytes = 1_000_000L * (args.length > 1 ? Long.parseLong(args[1]) : 1_000);
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    Path file = Files.createTempFile("mosskit-reading", ".jsonl");
    try {
      long records = repeat(samples, file, bytes);
      measure(file, records, rounds);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long repeat(Path samples, Path file, long bytes) throws IOException {
    StringBuilder once = new StringBuilder();
    long recordsOnce = 0;
    try (Scan<Entry> scan = Corpus.of(samples).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(var conversation, var _)) {
          once.append(MossJson.line(conversation)).append('\n');
          recordsOnce++;
        }
      }
    }
    byte[] block = once.toString().getBytes(StandardCharsets.UTF_8);
    long written = 0;
    long records = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      while (written < bytes) {
        out.write(block);
        written += block.length;
        records += recordsOnce;
      }
    }
    return records;
  }

  private static void measure(Path file, long records, int rounds) throws IOException {
    long bytes = Files.size(file);
    Times jackson = new Times("Jackson streaming parser, tokens only", rounds);
    Times validate = new Times("mosskit validate --lenient", rounds);
    long tokens = 0;
    for (int i = 0; i < rounds; i++) {
      jackson.begin(i);
      tokens = tokens(file);
      jackson.end(i);
      validate.begin(i);
      String result = validate(file);
      validate.end(i);
      if (!result.contains("\"records\":" + records + ",\"invalid\":0")) {
        throw new IllegalStateException("not all " + records + " records are valid: " + result);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d bytes, %,d records, %,d tokens; heap at most %,d MB, %d processors, %s %s%n",
        bytes,
        records,
        tokens,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"));
    System.out.println("| what | s | MB/s | CPU s | s in each round |");
    System.out.println("|---|---|---|---|---|");
    System.out.println(jackson.row(bytes));
    System.out.println(validate.row(bytes));
    System.out.printf(
        Locale.ROOT,
        "validate's speed as a share of Jackson's: %.2f by the clock, %.2f by CPU time (medians)%n",
        median(jackson.wall) / median(validate.wall),
        median(jackson.cpu) / median(validate.cpu));
  }

  /// The times of one contender, in seconds.
  private record Times(String what, double[] wall, double[] cpu) {

    Times(String what, int rounds) {
      this(what, new double[rounds], new double[rounds]);
    }

    void begin(int round) {
      wall[round] = -System.nanoTime() / 1e9;
      cpu[round] = -processCpuSeconds();
    }

    void end(int round) {
      wall[round] += System.nanoTime() / 1e9;
      cpu[round] += processCpuSeconds();
    }

    String row(long bytes) {
      String rounds =
          Arrays.stream(wall)
              .mapToObj(seconds -> String.format(Locale.ROOT, "%.2f", seconds))
              .collect(Collectors.joining(" "));
      return String.format(
          Locale.ROOT,
          "| %s | %.2f | %.0f | %.2f | %s |",
          what,
          median(wall),
          bytes / 1e6 / median(wall),
          median(cpu),
          rounds);
    }
  }

  private static double processCpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static long tokens(Path file) throws IOException {
    long tokens = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = new JsonFactory().createParser(in)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  private static String validate(Path file) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Mosskit.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "validate",
            "--lenient",
            "--json",
            file.toString());
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ": " + err);
    }
    return out.toString();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
