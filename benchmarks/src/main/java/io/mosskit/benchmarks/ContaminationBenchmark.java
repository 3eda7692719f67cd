package io.mosskit.benchmarks;

import io.mosskit.benchmarks.PlantedOverlaps.Place;
import io.mosskit.benchmarks.PlantedOverlaps.Planted;
import io.mosskit.curation.contamination.ContaminationReport;
import io.mosskit.curation.contamination.Decontamination;
import io.mosskit.curation.contamination.Decontaminator;
import io.mosskit.curation.contamination.EvaluationItem;
import io.mosskit.curation.contamination.EvaluationSet;
import io.mosskit.curation.contamination.EvaluationSets;
import io.mosskit.curation.contamination.Matching;
import io.mosskit.curation.contamination.Policy;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Stretches of 13 units planted in a large corpus, and near misses of 12: how many of them the
/// decontamination finds, and what it costs beside reading the same file. What is checked is what
/// stands in `contamination.tsv`.
///
/// Arguments: FOLDER for the corpus and the outputs; then dialogues (200,000), planted (5,000),
/// near misses (5,000), items (20,000), threads (2), seed (1).
public final class ContaminationBenchmark {
  private static final int UNITS = 13;

  private final Path folder;
  private final int dialogues;
  private final int planted;
  private final int nearMisses;
  private final int items;
  private final ReadOptions options;
  private final PlantedOverlaps made;
  private final Map<String, Place> places = new HashMap<>();

  private ContaminationBenchmark(String[] args) {
    this.folder = Path.of(args[0]);
    this.dialogues = number(args, 1, 200_000);
    this.planted = number(args, 2, 5_000);
    this.nearMisses = number(args, 3, 5_000);
    this.items = number(args, 4, 20_000);
    this.options = ReadOptions.defaults().withThreads(number(args, 5, 2));
    this.made = new PlantedOverlaps(number(args, 6, 1));
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  public static void main(String[] args) throws IOException {
    new ContaminationBenchmark(args).run();
  }

  private void run() throws IOException {
    List<EvaluationItem> evaluation = new ArrayList<>();
    Path file = folder.resolve("planted.jsonl");
    Files.createDirectories(folder);
    write(file, evaluation);
    EvaluationSet set = new EvaluationSet("planted", evaluation);
    Corpus corpus = Corpus.of(List.of(file), options);
    double megabytes = Files.size(file) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%,d dialogues, %.0f MB, %,d items; %d threads; %s %s, heap at most %,d MB%n",
        dialogues,
        megabytes,
        items,
        options.threads(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().maxMemory() >> 20);

    long before = heap();
    double begun = cpuSeconds();
    EvaluationSets sets = EvaluationSets.of(List.of(set), Matching.standard());
    System.out.printf(
        Locale.ROOT,
        "index: %.1f CPU s, %.0f MB of heap%n",
        cpuSeconds() - begun,
        (heap() - before) / 1e6);
    System.out.println("| what | seconds | CPU seconds | dialogues/s | MB/s | ratio of CPU |");
    System.out.println("|---|---|---|---|---|---|");
    for (int round = 0; round < 3; round++) {
      double reading = timed("read", megabytes, 0, () -> read(corpus));
      timed("decontaminate", megabytes, reading, () -> decontaminate(corpus, sets));
    }
    check(folder.resolve("out").resolve("contamination.tsv"));
  }

  private void write(Path file, List<EvaluationItem> evaluation) throws IOException {
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      List<String> item = made.item(i);
      texts.add(item);
      String question = made.text(item, PlantedOverlaps.isChinese(i));
      evaluation.add(new EvaluationItem("i" + i, List.of(question)));
    }
    int every = Math.max(1, dialogues / (planted + nearMisses));
    int next = 0;
    try (RecordWriter out = RecordWriter.create(file)) {
      for (int i = 0; i < dialogues; i++) {
        if (i % every != 0 || next == planted + nearMisses) {
          out.write(made.dialogue("d" + i, i));
        } else if (next < planted) {
          Planted dialogue = made.planted("p" + next, next, texts.get(next % items), UNITS);
          places.put("p" + next, dialogue.place());
          out.write(dialogue.dialogue());
          next++;
        } else {
          out.write(made.nearMiss("n" + next, next, texts.get(next % items)).dialogue());
          next++;
        }
      }
      out.commit();
    }
  }

  private static void read(Corpus corpus) throws IOException {
    long records = 0;
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry _ : scan) {
        records++;
      }
    }
    if (records == 0) {
      throw new IOException("an empty corpus");
    }
  }

  private void decontaminate(Corpus corpus, EvaluationSets sets) throws IOException {
    ContaminationReport report =
        Decontamination.run(
            corpus, new Decontaminator(sets, Policy.DROP), folder.resolve("out"), Progress.NONE);
    if (report.records() != dialogues) {
      throw new IOException("records are lost");
    }
  }

  /// Work on files.
  private interface Work {
    void run() throws IOException;
  }

  private double timed(String what, double megabytes, double beside, Work work) throws IOException {
    long begun = System.nanoTime();
    double cpu = cpuSeconds();
    work.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    cpu = cpuSeconds() - cpu;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %,.0f | %.0f | %s |%n",
        what,
        seconds,
        cpu,
        dialogues / seconds,
        megabytes / seconds,
        beside == 0 ? "" : String.format(Locale.ROOT, "%.1f", cpu / beside));
    return cpu;
  }

  private void check(Path table) throws IOException {
    Set<String> found = new HashSet<>();
    Set<String> missed = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
      String[] cells = line.split("\t");
      String dialogue = cells[2];
      Place place = places.get(dialogue);
      boolean there =
          place != null
              && cells[1].equals("i" + Integer.parseInt(dialogue.substring(1)) % items)
              && cells[3].equals(Integer.toString(place.turn()))
              && cells[4].equals(place.inReply() ? "MOSS" : "Human");
      if (there) {
        found.add(dialogue);
      } else if (dialogue.startsWith("n")) {
        missed.add(dialogue);
      } else {
        others.add(line);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "planted: %,d, found where they are: %,d (%.2f %%)%n"
            + "near misses: %,d, reported: %,d%nreported elsewhere: %,d%n",
        planted,
        found.size(),
        100.0 * found.size() / planted,
        nearMisses,
        missed.size(),
        others.size());
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getProcessCpuTime()
        / 1e9;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
