package io.mosskit.benchmarks;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.neighbour.HashedNgrams;
import io.mosskit.curation.neighbour.SemanticTexts;
import io.mosskit.curation.neighbour.SemanticVerdicts;
import io.mosskit.curation.text.UnitHashes;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Duplicates by hashed character n-grams: what each threshold drops of a corpus, zh and en, and
/// how near those are by shingles; or, without a corpus, how fast made-up texts are judged and how
/// many of the planted copies are found.
///
/// Arguments: FOLDER for the graph, then either files of dialogues, or how many texts are made up.
public final class SemanticBenchmark {
  private static final List<Double> THRESHOLDS = List.of(0.8, 0.85, 0.9, 0.95, 0.98);
  private static final int SHOWN = 4;

  private SemanticBenchmark() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    if (args.length == 2 && args[1].matches("\\d+")) {
      madeUp(folder, Integer.parseInt(args[1]));
    } else {
      List<Path> files = Stream.of(args).skip(1).map(Path::of).toList();
      for (DuplicateKey key : List.of(DuplicateKey.USER_TURNS, DuplicateKey.FIRST_USER_TURN)) {
        real(folder, texts(files, key), key.label());
      }
    }
  }

  private static List<String> texts(List<Path> files, DuplicateKey key) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(files, ReadOptions.defaults()).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation conversation, var _)) {
          texts.add(key.text(conversation));
        }
      }
    }
    return texts;
  }

  private static void real(Path folder, List<String> texts, String name) throws Exception {
    System.out.printf("%n%s of %d dialogues%n", name, texts.size());
    System.out.println(
        "| cosine from | dropped | zh | en | of them Jaccard ≥ 0.7 | 0.3 to 0.7 | below 0.3 |");
    System.out.println("|---|---|---|---|---|---|---|");
    List<String> examples = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      try (SemanticTexts batch = new SemanticTexts(new HashedNgrams(), scratch(folder))) {
        for (String text : texts) {
          batch.add(text);
        }
        row(threshold, texts, batch.verdicts(threshold), examples);
      }
    }
    examples.forEach(System.out::println);
  }

  private static void row(
      double threshold, List<String> texts, SemanticVerdicts verdicts, List<String> examples) {
    int zh = 0;
    int en = 0;
    int[] byJaccard = new int[3];
    int shown = 0;
    for (int i = 0; i < texts.size(); i++) {
      if (!verdicts.isKept(i)) {
        String text = texts.get(i);
        String twin = texts.get(verdicts.twin(i));
        Language language = Language.of(text);
        zh += language == Language.ZH ? 1 : 0;
        en += language == Language.EN ? 1 : 0;
        double jaccard = shingles(text).jaccard(shingles(twin));
        byJaccard[jaccard >= 0.7 ? 0 : jaccard >= 0.3 ? 1 : 2]++;
        if (jaccard < 0.7 && shown < SHOWN) {
          shown++;
          examples.add(
              String.format(
                  Locale.ROOT,
                  "%.2f: cosine %.3f, Jaccard %.2f%n    %s%n    %s",
                  threshold,
                  verdicts.score(i),
                  jaccard,
                  brief(text),
                  brief(twin)));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %.2f | %d | %d | %d | %d | %d | %d |%n",
        threshold,
        verdicts.dropped(),
        zh,
        en,
        byJaccard[0],
        byJaccard[1],
        byJaccard[2]);
  }

  private static String brief(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= 160 ? line : line.substring(0, 160) + "…";
  }

  private static Shingles shingles(String text) {
    return Shingles.of(UnitHashes.of(text));
  }

  /// A tenth of the texts are copies of earlier ones with their sentences in another order.
  private static void madeUp(Path folder, int count) throws Exception {
    List<String> texts = new ArrayList<>();
    List<Integer> copies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(i);
      if (i > 0 && i % 10 == 0) {
        copies.add(i);
        texts.add(turned(texts.get(random.nextInt(i / 10) * 10 + 1)));
      } else {
        texts.add(text(i, random));
      }
    }
    System.out.printf(Locale.ROOT, "heap at most %,d MB%n", Runtime.getRuntime().maxMemory() >> 20);
    long begun = System.nanoTime();
    long cpu = cpu();
    try (SemanticTexts batch = new SemanticTexts(new HashedNgrams(), scratch(folder))) {
      for (String text : texts) {
        batch.add(text);
      }
      double added = (System.nanoTime() - begun) / 1e9;
      SemanticVerdicts verdicts = batch.verdicts(0.9);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double cpuSeconds = (cpu() - cpu) / 1e9;
      long found = copies.stream().filter(copy -> !verdicts.isKept(copy)).count();
      System.out.printf(
          Locale.ROOT,
          "%,d texts: embedded and added in %.1f s, judged after %.1f s (%.1f CPU s), %,.0f a"
              + " second; %,d dropped; of %,d copies %,d found%n",
          count,
          added,
          seconds,
          cpuSeconds,
          count / seconds,
          verdicts.dropped(),
          copies.size(),
          found);
    }
  }

  private static String text(int number, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int sentences = random.nextInt(3, 6);
    for (int i = 0; i < sentences; i++) {
      for (int unit = random.nextInt(8, 16); unit > 0; unit--) {
        double even = random.nextDouble();
        text.append(
            number % 4 == 1
                ? Character.toString(0x4E00 + (int) (even * even * 4_000))
                : Long.toString(26 + (long) (even * even * 30_000), 26) + " ");
      }
      text.append(". ");
    }
    return text.toString();
  }

  /// The first sentence last.
  private static String turned(String text) {
    int end = text.indexOf(". ") + 2;
    return text.substring(end) + text.substring(0, end);
  }

  private static Path scratch(Path folder) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder), "graph");
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
