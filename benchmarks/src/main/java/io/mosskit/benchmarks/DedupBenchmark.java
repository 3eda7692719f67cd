package io.mosskit.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.mosskit.cli.Mosskit;
import io.mosskit.curation.duplicate.Banding;
import io.mosskit.curation.duplicate.Sketcher;
import io.mosskit.curation.text.UnitHashes;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Units;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// `mosskit dedup` on a corpus of [NearDuplicateCorpus], once, in the JVM of this program: the CPU
/// time of the whole process with its start, compiler and collector; then what was found of the
/// planted pairs, and whether all that was found is so similar, by sets of strings.
///
/// Arguments: FOLDER [THRESHOLD]; or FOLDER `signatures` for the CPU time of signatures alone, from
/// the text to 126 lanes in 14 bands, by one thread that is warm.
public final class DedupBenchmark {

  private static final int WIDTH = 5;
  private static final int SIGNATURES = 200_000;

  private DedupBenchmark() {}

  public static void main(String[] args) throws IOException, JsonException {
    Path folder = Path.of(args[0]);
    Path documents = folder.resolve("documents.jsonl");
    if (args.length > 1 && args[1].equals("signatures")) {
      measureSignatures(documents);
      return;
    }
    String threshold = args.length > 1 ? args[1] : "0.7";
    Path clusters = Files.createTempFile("mosskit-clusters", ".tsv");
    try {
      measure(folder, documents, threshold, clusters);
    } finally {
      Files.deleteIfExists(clusters);
    }
  }

  private static void measure(Path folder, Path documents, String threshold, Path clusters)
      throws IOException, JsonException {
    StringWriter out = new StringWriter();
    long begun = System.nanoTime();
    int code =
        Mosskit.run(
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            "dedup",
            documents.toString(),
            "--text=text",
            "--id=id",
            "--json",
            "--threshold=" + threshold,
            "--clusters=" + clusters);
    double wall = (System.nanoTime() - begun) / 1e9;
    double cpu = cpuSeconds();
    if (code != 0) {
      throw new IllegalStateException("exit code " + code);
    }
    Json.Obj summary = (Json.Obj) Json.parse(out.toString());
    double records =
        ((Json.Num) Objects.requireNonNull(summary.get("records"))).decimal().doubleValue();
    System.out.printf(
        Locale.ROOT,
        "%s %s, heap at most %,d MB, load average %.1f%n%s",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().maxMemory() >> 20,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        out);
    System.out.printf(
        Locale.ROOT,
        "%.2f CPU s, %.2f s, %,.0f documents a CPU second, heap used at most %,d MB%n",
        cpu,
        wall,
        records / cpu,
        peakHeap() >> 20);
    check(folder, documents, clusters, Double.parseDouble(threshold));
  }

  /// Recall by similarity, and precision.
  private static void check(Path folder, Path documents, Path clusters, double threshold)
      throws IOException, JsonException {
    List<String[]> found = rows(clusters);
    found.removeFirst();
    Set<List<String>> together = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (String[] row : found) {
      together.add(List.of(row[0], row[1]));
      together.add(List.of(row[1], row[0]));
      ids.addAll(List.of(row[0], row[1]));
    }
    Map<String, int[]> bySimilarity = new TreeMap<>();
    for (String[] pair : rows(folder.resolve("pairs.tsv"))) {
      int[] counts = bySimilarity.computeIfAbsent(pair[2], _ -> new int[2]);
      counts[0]++;
      counts[1] += together.contains(List.of(pair[0], pair[1])) ? 1 : 0;
    }
    bySimilarity.forEach((jaccard, counts) ->
        System.out.printf(
            Locale.ROOT,
            "planted at %s: %,d pairs, %,d found (%.4f)%n",
            jaccard,
            counts[0],
            counts[1],
            (double) counts[1] / counts[0]));
    Map<String, Set<List<String>>> shingles = shingles(documents, ids);
    long right =
        found.stream()
            .filter(row ->
                jaccard(
                        shingles.getOrDefault(row[0], Set.of()),
                        shingles.getOrDefault(row[1], Set.of()))
                    >= threshold)
            .count();
    System.out.printf(
        Locale.ROOT, "precision: %,d of %,d found are so similar%n", right, found.size());
  }

  private static List<String[]> rows(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(line.split("\t", -1));
      }
    }
    return rows;
  }

  private static Map<String, Set<List<String>>> shingles(Path documents, Set<String> ids)
      throws IOException, JsonException {
    Map<String, Set<List<String>>> shingles = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(documents)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Json.Obj record = (Json.Obj) Json.parse(line);
        String id = Objects.requireNonNull(record.string("id"));
        if (ids.contains(id)) {
          List<String> units = new ArrayList<>();
          for (String unit : Units.of(Objects.requireNonNull(record.string("text")))) {
            units.add(words.computeIfAbsent(unit, word -> word));
          }
          Set<List<String>> set = new HashSet<>();
          for (int i = 0; i + WIDTH <= units.size(); i++) {
            set.add(units.subList(i, i + WIDTH));
          }
          shingles.put(id, set);
        }
      }
    }
    return shingles;
  }

  private static double jaccard(Set<List<String>> left, Set<List<String>> right) {
    long shared = left.stream().filter(right::contains).count();
    return (double) shared / (left.size() + right.size() - shared);
  }

  private static void measureSignatures(Path documents) throws IOException, JsonException {
    List<String> texts = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(documents)) {
      for (int i = 0; i < SIGNATURES; i++) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        Json.Obj record = (Json.Obj) Json.parse(line);
        texts.add(Objects.requireNonNull(record.string("text")));
      }
    }
    Sketcher sketcher = new Sketcher(new Banding(14, 9));
    for (int round = 0; round < 5; round++) {
      long shingles = 0;
      long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (String text : texts) {
        shingles += sketcher.sketch(UnitHashes.of(text)).shingles().size();
      }
      double micros =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun)
              / 1e3
              / texts.size();
      System.out.printf(
          Locale.ROOT,
          "signatures of %,d texts, %,d shingles: %.2f CPU µs a text%n",
          texts.size(),
          shingles,
          micros);
    }
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
