package io.mosskit.cli;

import io.mosskit.curation.CorpusStatistics;
import io.mosskit.curation.CorpusStatistics.CategoryStatistics;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `mosskit stats`.
@Command(
    name = "stats",
    description = {
      "Count what is in a corpus: dialogues, turns, lengths and languages by category, plugin calls,",
      "and how many turns do not follow each rule of the format.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit stats my-data/",
      "  mosskit stats corpus.jsonl --json | jq .categories.code.turns",
    })
final class StatsCommand extends CommandBase {

  @Mixin private ReadMixin read = new ReadMixin();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Corpus corpus = read.corpus();
    CorpusStatistics statistics;
    try (ProgressLine progress = console().progress()) {
      statistics = CorpusStatistics.of(corpus, progress);
    }
    say(statistics.json(), lines(statistics, corpus));
    return ExitCode.DONE;
  }

  private static List<String> lines(CorpusStatistics statistics, Corpus corpus) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d conversations, %,d turns in %,d files",
            statistics.conversations(),
            statistics.turns(),
            statistics.files()));
    Map<FileKind, Integer> others = new TreeMap<>();
    corpus.leftAlone().values().forEach(kind -> others.merge(kind, 1, Integer::sum));
    others.forEach((kind, count) -> lines.add(count + " files of " + kind.label() + " left alone"));
    statistics
        .unreadable()
        .forEach((reason, count) -> lines.add(count + " records unreadable: " + reason));
    lines.add("");
    lines.addAll(composition(statistics).lines());
    addSection("Turns that do not follow a rule:", findings(statistics), lines);
    addSection("Plugin calls:", calls(statistics), lines);
    return lines;
  }

  private static void addSection(String heading, Table table, List<String> lines) {
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(heading);
      lines.addAll(table.lines());
    }
  }

  private static Table composition(CorpusStatistics statistics) {
    Table table =
        new Table(
            "category",
            "dialogues",
            "turns",
            "a dialogue",
            "zh",
            "en",
            "mixed",
            "other",
            "user chars",
            "p90",
            "reply chars",
            "p90");
    for (CategoryStatistics category : statistics.categories()) {
      table.row(
          category.category(),
          category.conversations(),
          category.turnCount(),
          category.turns().min() + "–" + category.turns().p50() + "–" + category.turns().max(),
          count(category, Language.ZH),
          count(category, Language.EN),
          count(category, Language.MIXED),
          count(category, Language.OTHER),
          category.user().p50(),
          category.user().p90(),
          category.reply().p50(),
          category.reply().p90());
    }
    return table;
  }

  private static long count(CategoryStatistics category, Language language) {
    return category.languages().getOrDefault(language, 0L);
  }

  private static Table findings(CorpusStatistics statistics) {
    Table table = new Table("rule", "turns", "what it is", "where");
    for (Rule rule : Rule.values()) {
      long all = 0;
      List<String> where = new ArrayList<>();
      for (CategoryStatistics category : statistics.categories()) {
        long count = category.findings().getOrDefault(rule, 0L);
        all += count;
        if (count > 0) {
          where.add(category.category() + " " + count);
        }
      }
      if (all > 0) {
        table.row(rule.label(), all, rule.what(), String.join(", ", where));
      }
    }
    return table;
  }

  private static Table calls(CorpusStatistics statistics) {
    Map<String, long[]> calls = new TreeMap<>();
    for (CategoryStatistics category : statistics.categories()) {
      category.calls().forEach((name, n) -> counts(calls, name)[0] += n);
      category.failedCalls().forEach((name, n) -> counts(calls, name)[1] += n);
    }
    Table table = new Table("plugin", "calls", "without an answer");
    calls.forEach((name, counts) -> table.row(name, counts[0], counts[1]));
    return table;
  }

  private static long[] counts(Map<String, long[]> calls, String name) {
    return calls.computeIfAbsent(name, _ -> new long[2]);
  }
}
