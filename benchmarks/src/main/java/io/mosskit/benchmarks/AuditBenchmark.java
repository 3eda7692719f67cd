package io.mosskit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mosskit.benchmarks.planted.Trial;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Scan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// How many turns a second are read from JSONL, executed and verified, on all cores.
///
/// Arguments: the family (`calculator`); turns (100000); rounds (5), of which the first warms up.
public final class AuditBenchmark {

  private AuditBenchmark() {}

  public static void main(String[] args) throws IOException {
    String family = args.length > 0 ? args[0] : "calculator";
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    Path file = Files.createTempFile("mosskit-audit", ".jsonl");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        Trial.draw(
            family,
            turns,
            1,
            dialogue -> {
              out.write(MossJson.line(dialogue));
              out.write('\n');
            });
      }
      measure(file, rounds);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void measure(Path file, int rounds) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        Locale.ROOT,
        "%,d bytes, %d processors, load average %.1f, %s %s%n",
        Files.size(file),
        cores,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"));
    System.out.println("| round | turns | not clean | s | CPU s | turns/s | turns/s by CPU time |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    double[] byCpu = new double[rounds - 1];
    for (int i = 0; i < rounds; i++) {
      double wall = -System.nanoTime() / 1e9;
      double cpu = -cpuSeconds();
      long[] counts = audit(file);
      wall += System.nanoTime() / 1e9;
      cpu += cpuSeconds();
      double fair = counts[0] / cpu * cores;
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %,d | %.2f | %.2f | %,.0f | %,.0f |%n",
          i == 0 ? "warm-up" : String.valueOf(i),
          counts[0],
          counts[1],
          wall,
          cpu,
          counts[0] / wall,
          fair);
      if (i > 0) {
        byCpu[i - 1] = fair;
      }
    }
    Arrays.sort(byCpu);
    System.out.printf(
        Locale.ROOT,
        "%,.0f turns a second by CPU time on %d cores (median)%n",
        byCpu[byCpu.length / 2],
        cores);
  }

  /// Turns, and dialogues that are not clean.
  private static long[] audit(Path file) throws IOException {
    Auditor auditor = new Auditor(Plugins.installed(), Limits.DEFAULT);
    long[] counts = new long[2];
    try (Scan<DialogueAudit> scan = Corpus.of(file).scan(entry -> audited(entry, auditor))) {
      for (DialogueAudit audit : scan) {
        counts[0] += audit.turns().size();
        counts[1] += audit.isClean() ? 0 : 1;
      }
    }
    return counts;
  }

  private static DialogueAudit audited(Entry entry, Auditor auditor) {
    return switch (entry) {
      case Entry.Accepted(var dialogue, var _) -> auditor.audit(dialogue);
      case Entry.Rejected(var rejection) ->
          throw new IllegalStateException(rejection.reason() + ": " + rejection.detail());
    };
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
