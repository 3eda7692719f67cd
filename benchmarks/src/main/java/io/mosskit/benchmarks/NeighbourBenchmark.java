package io.mosskit.benchmarks;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.neighbour.CuratedIndex;
import io.mosskit.curation.neighbour.IndexAddition;
import io.mosskit.curation.neighbour.IndexForm;
import io.mosskit.curation.neighbour.PastTwin;
import io.mosskit.curation.text.UnitHashes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// An index of curated records: how fast it takes them, how fast a batch is held against it, what
/// that needs of heap and disk, and what it finds of planted near-duplicates.
///
/// Half of the texts are English words, half Chinese characters, 34 to 75 units each. Of the batch,
/// half is new, half are copies of indexed texts with up to six units changed; what is true of a
/// copy is computed from the two texts.
///
/// Arguments: an empty FOLDER for the index, how many texts are indexed (1000000), how many are
/// asked (100000), how many join at once (250000).
public final class NeighbourBenchmark {
  private static final IndexForm FORM = IndexForm.of("text", 0.7);
  private static final int ASKED_TOGETHER = 8192;
  private static final double[] BOUNDS = {0.7, 0.75, 0.8, 0.9, 0.95};

  private NeighbourBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int indexed = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int asked = args.length > 2 ? Integer.parseInt(args[2]) : 100_000;
    int batch = args.length > 3 ? Integer.parseInt(args[3]) : 250_000;
    System.out.printf(
        Locale.ROOT,
        "one thread; %s %s, heap at most %,d MB%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().maxMemory() >> 20);
    index(folder, indexed, batch);
    ask(folder, indexed, asked);
  }

  private static void index(Path folder, int indexed, int batch) throws IOException {
    Stopwatch watch = new Stopwatch();
    for (int from = 0; from < indexed; from += batch) {
      try (IndexAddition addition = IndexAddition.to(folder, FORM, "from " + from)) {
        for (int i = from; i < Math.min(from + batch, indexed); i++) {
          addition.add("d" + i, Shingles.of(UnitHashes.of(text(i))));
        }
        addition.commit();
      }
    }
    watch.print("indexed, making and shingling included", indexed);
    long bytes;
    try (Stream<Path> files = Files.list(folder)) {
      bytes = files.mapToLong(file -> file.toFile().length()).sum();
    }
    System.out.printf(Locale.ROOT, "on disk: %,d bytes, %,d a text%n", bytes, bytes / indexed);
  }

  private static void ask(Path folder, int indexed, int asked) throws IOException {
    int[] truly = new int[BOUNDS.length];
    int[] found = new int[BOUNDS.length];
    int reported = 0;
    int wrong = 0;
    long nanos = 0;
    Stopwatch watch = new Stopwatch();
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      for (int from = 0; from < asked; from += ASKED_TOGETHER) {
        List<String> texts = new ArrayList<>();
        List<Shingles> shingles = new ArrayList<>();
        for (int i = from; i < Math.min(from + ASKED_TOGETHER, asked); i++) {
          texts.add(question(i, indexed));
          shingles.add(Shingles.of(UnitHashes.of(texts.getLast())));
        }
        long begun = System.nanoTime();
        List<Optional<PastTwin>> twins = index.twinsOf(shingles, FORM.threshold());
        nanos += System.nanoTime() - begun;
        for (int i = 0; i < texts.size(); i++) {
          Optional<PastTwin> twin = twins.get(i);
          if (twin.isPresent()) {
            reported++;
            int record = Integer.parseInt(twin.get().id().substring(1));
            wrong += jaccard(texts.get(i), text(record)) >= FORM.threshold() ? 0 : 1;
          }
          if (isCopy(from + i)) {
            double truth = jaccard(texts.get(i), text(source(from + i, indexed)));
            for (int bound = 0; bound < BOUNDS.length; bound++) {
              truly[bound] += truth >= BOUNDS[bound] ? 1 : 0;
              found[bound] += truth >= BOUNDS[bound] && twin.isPresent() ? 1 : 0;
            }
          }
        }
      }
    }
    watch.print("asked, making, shingling and checking included", asked);
    System.out.printf(
        Locale.ROOT,
        "signatures and look-up alone: %,.0f texts a second by the clock%n",
        asked * 1e9 / nanos);
    System.out.printf(Locale.ROOT, "reported: %,d, of which wrong: %d%n", reported, wrong);
    System.out.println("| true Jaccard from | pairs | found |");
    System.out.println("|---|---|---|");
    for (int bound = 0; bound < BOUNDS.length; bound++) {
      System.out.printf(
          Locale.ROOT,
          "| %.2f | %,d | %.4f |%n",
          BOUNDS[bound],
          truly[bound],
          (double) found[bound] / truly[bound]);
    }
  }

  /// By the shingles' own text, computed anew.
  private static double jaccard(String left, String right) {
    return Shingles.of(UnitHashes.of(left)).jaccard(Shingles.of(UnitHashes.of(right)));
  }

  private static boolean isCopy(int question) {
    return question % 2 == 1;
  }

  private static int source(int question, int indexed) {
    return new SplittableRandom(~question).nextInt(indexed);
  }

  private static String question(int question, int indexed) {
    if (!isCopy(question)) {
      return text(indexed + question);
    }
    int source = source(question, indexed);
    String[] units = units(source);
    SplittableRandom random = new SplittableRandom(7L * question + 1);
    for (int change = random.nextInt(1, 7); change > 0; change--) {
      units[random.nextInt(units.length)] = unit(source, random);
    }
    return joined(source, units);
  }

  private static String text(int number) {
    return joined(number, units(number));
  }

  private static String[] units(int number) {
    SplittableRandom random = new SplittableRandom(number);
    String[] units = new String[random.nextInt(34, 76)];
    Arrays.setAll(units, _ -> unit(number, random));
    return units;
  }

  /// The frequent ones often, as in language: the square of an even draw.
  private static String unit(int number, SplittableRandom random) {
    double even = random.nextDouble();
    return number % 2 == 0
        ? Long.toString(26 + (long) (even * even * 30_000), 26)
        : Character.toString(0x4E00 + (int) (even * even * 4_000));
  }

  private static String joined(int number, String[] units) {
    return String.join(number % 2 == 0 ? " " : "", units);
  }

  /// Time by the clock and by the processors, and the highest use of the heap.
  private static final class Stopwatch {
    private final long begun = System.nanoTime();
    private final long cpu = cpu();

    Stopwatch() {
      ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    void print(String what, int texts) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      double cpuSeconds = (cpu() - cpu) / 1e9;
      long peak =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
              .mapToLong(pool -> pool.getPeakUsage().getUsed())
              .sum();
      System.out.printf(
          Locale.ROOT,
          "%s: %,d texts in %.1f s (%.1f CPU s), %,.0f a second, %,.0f a CPU second; heap %,d MB"
              + " at its peak%n",
          what,
          texts,
          seconds,
          cpuSeconds,
          texts / seconds,
          texts / cpuSeconds,
          peak >> 20);
    }

    private static long cpu() {
      return ((com.sun.management.OperatingSystemMXBean)
              ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
  }
}
