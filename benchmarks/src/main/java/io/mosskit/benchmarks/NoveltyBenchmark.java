package io.mosskit.benchmarks;

import io.mosskit.generator.novelty.Novelty;
import io.mosskit.generator.novelty.NoveltyGate;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The novelty gate against a good brute force, in one run and one thread: CPU time of a decision,
/// both in turn, several rounds, medians; the gate over all candidates, the brute force over the
/// first. Every decision that the brute force made is compared: accepted or refused, the nearest
/// prompt, its score.
///
/// Arguments: rounds (5); then, for prompts of your own, a FILE of records and the FIELD that holds
/// the text.
public final class NoveltyBenchmark {

  private static final double THRESHOLD = 0.7;
  private static final int CANDIDATES = 2_000;
  private static final double FLOOR = 0.5;
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final List<Integer> POOLS = List.of(50_000, 500_000);
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private NoveltyBenchmark() {}

  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    System.out.printf(
        Locale.ROOT,
        "one thread; %s %s, heap at most %,d MB%n",
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Runtime.getRuntime().maxMemory() >> 20);
    System.out.println(
        "candidates: 60 % fresh, 20 % with 1 or 2 units changed, 15 % with half of the units"
            + " changed, 5 % copies");
    System.out.println(
        "| prompts | pool | nearest of the fresh p10 p50 p90 | refused | brute force µs | gate µs |"
            + " ratio | gate, floor 0.5 µs | ratio | gate, floor 0.7 µs | ratio | bytes a prompt |"
            + " the same, floor 0.7 | compared | disagree |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    if (args.length > 2) {
      List<String> texts = texts(Path.of(args[1]), args[2]);
      int most = texts.size() - CANDIDATES;
      for (int size : List.of(Math.min(5_000, most), Math.min(50_000, most), most)) {
        measure(args[2], texts, size, rounds);
      }
      return;
    }
    for (SyntheticPrompts.Kind kind : SyntheticPrompts.Kind.values()) {
      SyntheticPrompts prompts = new SyntheticPrompts(kind, 1);
      List<String> texts = distinct(prompts::next, POOLS.getLast() + CANDIDATES);
      for (int size : POOLS) {
        measure(kind.name().toLowerCase(Locale.ROOT), texts, size, rounds);
      }
    }
  }

  private static List<String> distinct(Supplier<String> next, int count) {
    Set<String> texts = new LinkedHashSet<>();
    while (texts.size() < count) {
      texts.add(next.get());
    }
    return List.copyOf(texts);
  }

  private static List<String> texts(Path file, String field) throws IOException {
    Set<String> texts = new LinkedHashSet<>();
    Corpus corpus = Corpus.of(List.of(file), ReadOptions.defaults(), Set.of(FileKind.values()));
    try (Scan<ValueEntry> scan = corpus.scanValues(Function.identity())) {
      for (ValueEntry entry : scan) {
        if (entry instanceof ValueEntry.Accepted(Json.Obj record, var _)
            && record.get(field) instanceof Json.Str(String text)) {
          texts.add(text);
        }
      }
    }
    List<String> shuffled = new ArrayList<>(texts);
    Collections.shuffle(shuffled, new Random(1));
    return shuffled;
  }

  /// The pool are the texts after the first [#CANDIDATES].
  private static void measure(String name, List<String> texts, int size, int rounds) {
    List<String> pool = texts.subList(CANDIDATES, CANDIDATES + size);
    Random random = new Random(2);
    List<String> candidates = new ArrayList<>();
    List<Integer> fresh = new ArrayList<>();
    for (int i = 0; i < CANDIDATES; i++) {
      int kind = random.nextInt(100);
      if (kind < 60) {
        fresh.add(i);
      }
      String base = kind < 60 ? texts.get(i) : pool.get(random.nextInt(size));
      candidates.add(kind < 60 || kind >= 95 ? base : changed(base, kind < 80, texts, random));
    }
    long before = heap();
    NoveltyGate gate = gate(pool, 0);
    double bytes = (double) (heap() - before) / size;
    NoveltyGate floored = gate(pool, FLOOR);
    before = heap();
    NoveltyGate deciding = gate(pool, THRESHOLD);
    double bytesToDecide = (double) (heap() - before) / size;
    BruteForceGate brute = new BruteForceGate(pool);
    int compared = CANDIDATES / (size > POOLS.getFirst() ? 20 : 4);
    List<int[]> symbols = candidates.stream().limit(compared).map(brute::symbols).toList();
    brute.prepare(symbols.stream().mapToInt(s -> s.length).max().orElse(1));

    double[] bruteTimes = new double[rounds];
    double[] gateTimes = new double[rounds];
    double[] flooredTimes = new double[rounds];
    double[] decidingTimes = new double[rounds];
    List<Novelty> expected = List.of();
    List<Novelty> decisions = List.of();
    List<Novelty> above = List.of();
    List<Novelty> refused = List.of();
    warmUp(symbols, candidate -> brute.judge(candidate, THRESHOLD));
    warmUp(candidates, gate::judge);
    warmUp(candidates, floored::judge);
    warmUp(candidates, deciding::judge);
    for (int round = 0; round < rounds; round++) {
      expected = timed(symbols, candidate -> brute.judge(candidate, THRESHOLD), bruteTimes, round);
      decisions = timed(candidates, gate::judge, gateTimes, round);
      above = timed(candidates, floored::judge, flooredTimes, round);
      refused = timed(candidates, deciding::judge, decidingTimes, round);
    }
    int disagree = 0;
    for (int i = 0; i < compared; i++) {
      Novelty right = expected.get(i);
      disagree += right.equals(decisions.get(i)) ? 0 : 1;
      disagree += from(FLOOR, right).equals(above.get(i)) ? 0 : 1;
      disagree += from(THRESHOLD, right).equals(refused.get(i)) ? 0 : 1;
    }
    List<Novelty> judged = decisions;
    double[] nearest = fresh.stream().mapToDouble(i -> judged.get(i).score()).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.2f %.2f %.2f | %.0f %% | %.1f | %.1f | %.0f | %.1f | %.0f | %.1f | %.0f |"
            + " %.0f | %.0f | %d | %d |%n",
        name,
        size,
        nearest[nearest.length / 10],
        nearest[nearest.length / 2],
        nearest[nearest.length * 9 / 10],
        100.0 * judged.stream().filter(novelty -> !novelty.isNew()).count() / CANDIDATES,
        median(bruteTimes),
        median(gateTimes),
        median(bruteTimes) / median(gateTimes),
        median(flooredTimes),
        median(bruteTimes) / median(flooredTimes),
        median(decidingTimes),
        median(bruteTimes) / median(decidingTimes),
        bytes,
        bytesToDecide,
        compared,
        disagree);
  }

  /// What a gate says that does not look below a floor.
  private static Novelty from(double floor, Novelty novelty) {
    return novelty.score() < floor ? new Novelty(true, null, 0) : novelty;
  }

  private static NoveltyGate gate(List<String> pool, double floor) {
    NoveltyGate gate = new NoveltyGate(THRESHOLD, floor);
    for (int i = 0; i < pool.size(); i++) {
      gate.add("p" + i, pool.get(i));
    }
    gate.newJudge(); // indexes
    return gate;
  }

  /// Replaces one or two units, or half of them, by those of another text.
  private static String changed(String text, boolean little, List<String> texts, Random random) {
    boolean apart = text.strip().contains(" ");
    List<String> units = new ArrayList<>(List.of(text.split(apart ? "\\s+" : "")));
    int changes = little ? 1 + random.nextInt(2) : (units.size() + 1) / 2;
    for (int i = 0; i < changes; i++) {
      String other = texts.get(random.nextInt(CANDIDATES));
      String[] donors = other.split(other.strip().contains(" ") ? "\\s+" : "");
      units.set(random.nextInt(units.size()), donors[random.nextInt(donors.length)]);
    }
    return String.join(apart ? " " : "", units);
  }

  /// Judges until the compiler has done its work.
  ///
  /// @return the sum of the scores, so that no compiler leaves the work out
  private static <C> double warmUp(List<C> candidates, Function<C, Novelty> judge) {
    double scores = 0;
    long begun = THREAD.getCurrentThreadCpuTime();
    for (int i = 0; THREAD.getCurrentThreadCpuTime() - begun < WARM_UP_NANOS; i++) {
      scores += judge.apply(candidates.get(i % candidates.size())).score();
    }
    return scores;
  }

  /// Judges all and notes the CPU time of one in microseconds.
  private static <C> List<Novelty> timed(
      Collection<C> candidates, Function<C, Novelty> judge, double[] times, int round) {
    List<Novelty> decisions = new ArrayList<>(candidates.size());
    long begun = THREAD.getCurrentThreadCpuTime();
    for (C candidate : candidates) {
      decisions.add(judge.apply(candidate));
    }
    times[round] = (THREAD.getCurrentThreadCpuTime() - begun) / 1e3 / candidates.size();
    return decisions;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
