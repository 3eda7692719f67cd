package io.mosskit.benchmarks;

import io.mosskit.benchmarks.secrets.HardNegatives;
import io.mosskit.benchmarks.secrets.Plants;
import io.mosskit.benchmarks.secrets.Plants.Plant;
import io.mosskit.curation.privacy.Finding;
import io.mosskit.curation.privacy.Kind;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.curation.privacy.Scrubbed;
import io.mosskit.curation.privacy.Scrubber;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// How many made-up secrets the scrubber finds, how much else it takes for one, and how fast.
///
/// Arguments: the seed (1); how many of each kind in each setting (200); a corpus, of which the
/// findings are counted and the speed measured.
public final class PlantedSecrets {
  private static final int SHOWN = 3;
  private static final String PREFIX =
      Field.HUMAN.value("").substring(0, Field.HUMAN.opening().length() + 1);

  private final Scrubber scrubber = new Scrubber(ScrubPlan.standard());
  private final Map<String, int[]> cells = new LinkedHashMap<>();
  private final Map<Kind, int[]> precision = new LinkedHashMap<>();
  private final List<String> surprises = new ArrayList<>();

  private PlantedSecrets() {}

  public static void main(String[] args) throws IOException {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
    int each = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    PlantedSecrets benchmark = new PlantedSecrets();
    benchmark.plants(new Plants(seed).all(each));
    benchmark.negatives(new HardNegatives(seed).makers(), each);
    if (args.length > 2) {
      benchmark.corpus(Path.of(args[2]));
    }
  }

  private static Conversation dialogue(String text) {
    return Conversation.of("1", MetaInstruction.plain(), List.of(Turn.plain(1, text, "好的。OK.")));
  }

  private void plants(List<Plant> plants) {
    for (Kind kind : Kind.values()) {
      precision.put(kind, new int[2]);
    }
    for (Plant plant : plants) {
      int[] cell =
          cells.computeIfAbsent(plant.kind().label() + " | " + plant.setting(), _ -> new int[3]);
      cell[0]++;
      int start = plant.start() + PREFIX.length();
      int end = plant.end() + PREFIX.length();
      boolean covered = false;
      boolean exact = false;
      for (Finding finding : scrubber.scrub(dialogue(plant.text())).findings()) {
        boolean overlaps = finding.start() < end && finding.end() > start;
        boolean beside = plant.kind() == Kind.NAME && !overlaps;
        int[] hits = precision.computeIfAbsent(finding.kind(), _ -> new int[2]);
        hits[(overlaps && finding.kind() == plant.kind()) || beside ? 0 : 1]++;
        covered |= finding.start() <= start && finding.end() >= end;
        exact |= finding.kind() == plant.kind() && finding.start() == start && finding.end() == end;
        if (!beside && !(overlaps && finding.kind() == plant.kind())) {
          surprise(
              "wrong " + finding.kind().label() + " (" + plant.kind().label() + ")", plant.text());
        }
      }
      cell[1] += covered ? 1 : 0;
      cell[2] += exact ? 1 : 0;
      if (!exact) {
        surprise(
            (covered ? "inexact " : "missed ") + plant.kind().label() + ", " + plant.setting(),
            plant.text());
      }
    }
    System.out.println("| kind | setting | planted | replaced whole | exactly | recall |");
    System.out.println("|---|---|---:|---:|---:|---:|");
    cells.forEach((name, cell) ->
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %d | %d | %.3f |%n",
            name,
            cell[0],
            cell[1],
            cell[2],
            (double) cell[1] / cell[0]));
    System.out.println(
        "\n| kind | planted | recall | findings | precision |\n|---|---:|---:|---:|---:|");
    precision.forEach((kind, hits) -> {
      int[] sum = new int[3];
      cells.forEach((name, cell) -> add(name, kind, cell, sum));
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.4f | %d | %.4f |%n",
          kind.label(),
          sum[0],
          (double) sum[1] / sum[0],
          hits[0] + hits[1],
          (double) hits[0] / (hits[0] + hits[1]));
    });
    surprises();
  }

  private static void add(String name, Kind kind, int[] cell, int[] sum) {
    if (name.startsWith(kind.label() + " |")) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += cell[i];
      }
    }
  }

  private final Map<String, Integer> shown = new LinkedHashMap<>();

  private void surprise(String what, String text) {
    if (shown.merge(what, 1, Integer::sum) <= SHOWN) {
      surprises.add(what + ": " + text.replace("\n", "\\n"));
    }
  }

  private void surprises() {
    surprises.forEach(line -> System.out.println("  " + line));
    surprises.clear();
  }

  private void negatives(Map<String, Supplier<String>> makers, int each) {
    System.out.println("\n| no secrets | texts | with findings | kinds |\n|---|---:|---:|---|");
    makers.forEach((name, maker) -> {
      int wrong = 0;
      Map<String, Integer> kinds = new LinkedHashMap<>();
      for (int i = 0; i < each; i++) {
        String text = maker.get();
        Scrubbed scrubbed = scrubber.scrub(dialogue(text));
        wrong += scrubbed.findings().isEmpty() ? 0 : 1;
        scrubbed.counts().forEach((kind, count) -> kinds.merge(kind.label(), count, Integer::sum));
        scrubbed
            .findings()
            .forEach(finding ->
                surprise(
                    name + " as " + finding.kind().label(),
                    text + " -> " + finding.placeholder() + "@" + finding.start()));
      }
      System.out.printf(Locale.ROOT, "| %s | %d | %d | %s |%n", name, each, wrong, kinds);
    });
    surprises();
  }

  private void corpus(Path path) throws IOException {
    List<Conversation> dialogues = new ArrayList<>();
    long bytes = 0;
    try (Scan<Entry> scan = Corpus.of(List.of(path), ReadOptions.defaults()).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
          dialogues.add(dialogue);
          for (Turn turn : dialogue.turns()) {
            bytes += String.join("", turn.values()).getBytes(StandardCharsets.UTF_8).length;
          }
        }
      }
    }
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    for (int round = 0; round < 6; round++) {
      counts.clear();
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (Conversation dialogue : dialogues) {
        scrubber
            .scrub(dialogue)
            .counts()
            .forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
      }
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d dialogues, %.1f MB of texts, %.2f CPU s, %.1f MB a CPU second, findings %s%n",
          dialogues.size(),
          bytes / 1e6,
          seconds,
          bytes / 1e6 / seconds,
          counts);
    }
  }
}
