package io.mosskit.cli;

import io.mosskit.cli.plan.EvaluationSources;
import io.mosskit.curation.contamination.ContaminationReport;
import io.mosskit.curation.contamination.ContaminationReport.Sample;
import io.mosskit.curation.contamination.ContaminationReport.SetReport;
import io.mosskit.curation.contamination.Decontaminated.Outcome;
import io.mosskit.curation.contamination.Decontamination;
import io.mosskit.curation.contamination.Decontaminator;
import io.mosskit.curation.contamination.EvaluationFiles;
import io.mosskit.curation.contamination.EvaluationItem;
import io.mosskit.curation.contamination.Guard;
import io.mosskit.curation.contamination.Matching;
import io.mosskit.curation.contamination.Policy;
import io.mosskit.schema.io.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit decontaminate`.
@Command(
    name = "decontaminate",
    description = {
      "Find what a corpus has in common with evaluation sets, and drop, mask or tag it.",
      "",
      "A stretch of 13 units (words, or characters of Chinese) that a dialogue and an item share is",
      "a finding, wherever it stands: user, assistant, thoughts, calls, results. Case, width, blanks",
      "and punctuation make no difference. Shorter questions are looked for whole.",
      ""
    },
    footer = {
      "",
      "Evaluation sets: .jsonl and .json (an object an item), .csv and .tsv (a row an item, with or",
      "without a header), .txt and .md (a paragraph an item), plain, .gz or .zst; or a folder of them.",
      "",
      "Guards against false findings (--without):",
      "  boilerplate   windows that more than 10 items of a set have, and more than 1 %% of them",
      "  numbers       windows of which fewer than a quarter of the units hold a letter",
      "  monotony      windows of which fewer than half of the units are different",
      "  short         questions under 8 units, or shorter than a window and in two items",
      "",
      "Examples:",
      "  mosskit decontaminate my-data/ --against mmlu.csv ceval.jsonl --out clean/",
      "  mosskit decontaminate my-data/ --against MMLU=mmlu/test GSM8K=gsm8k.jsonl --out clean/ \\",
      "      --policy mask",
      "  mosskit decontaminate my-data/ --against own.jsonl --fields prompt,reference --out clean/ \\",
      "      --policy tag --suspects",
      "",
      "Written: corpus.jsonl, rejected.jsonl, contamination.tsv (every stretch), contamination.json."
    })
final class DecontaminateCommand extends CommandBase {

  private static final int SAMPLES = 3;
  private static final int TEXT = 70;

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(
      names = "--against",
      required = true,
      arity = "1..*",
      paramLabel = "[NAME=]PATH",
      description = "evaluation sets, each with a name of its own (default: that of the file)")
  private List<String> against = List.of();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("clean");

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = {
        "drop: reject the dialogue (default); mask: put [eval] in the place of each stretch;",
        "tag: keep it and say so in the record"
      })
  private Policy policy = Policy.DROP;

  @Option(
      names = "--units",
      paramLabel = "N",
      description = "least length of a shared stretch (default: 13)")
  private int units = Matching.standard().units();

  @Option(
      names = "--suspects",
      description = "report stretches from 8 units on too; no policy acts on them")
  private boolean suspects;

  @Option(
      names = "--share",
      paramLabel = "S",
      description = "least share of an item that a dialogue must hold, 0 to 1 (default: 0)")
  private double share = Matching.standard().share();

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "NAME",
      description = {
        "members or columns that hold an item's texts, the question first; a.b is b inside a",
        "(default: the names that evaluation sets usually have)"
      })
  private List<String> fields = List.of();

  @Option(
      names = "--ignore",
      arity = "1..*",
      paramLabel = "PATH",
      description = "texts known to be public or boilerplate; files as for --against")
  private List<Path> ignore = List.of();

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "GUARD",
      description = "switch guards off: ${COMPLETION-CANDIDATES}")
  private List<Guard> without = List.of();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Corpus corpus = read.corpus();
    ContaminationReport report;
    try (ProgressLine progress = console().progress()) {
      report =
          Decontamination.run(
              corpus,
              new Decontaminator(EvaluationSources.read(against, fields, matching()), policy),
              out,
              progress);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    say(report.json(), lines(report));
    return ExitCode.DONE;
  }

  private Matching matching() throws IOException {
    List<String> ignored = new ArrayList<>();
    for (Path path : ignore) {
      for (EvaluationItem item : EvaluationFiles.read("ignored", path, List.of()).items()) {
        ignored.addAll(item.texts());
      }
    }
    Matching matching = Matching.standard().withUnits(units).withShare(share).withIgnored(ignored);
    for (Guard guard : without) {
      matching = matching.without(guard);
    }
    return suspects ? matching.withSuspects() : matching;
  }

  private List<String> lines(ContaminationReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d records in, %,d kept, %,d rejected",
            report.records(),
            report.kept(),
            report.rejected()));
    lines.add("");
    Table table =
        new Table(
            "set",
            "items",
            "not looked for",
            "found",
            "dialogues",
            "stretches",
            "dropped",
            "masked",
            "tagged",
            "suspects");
    for (SetReport set : report.sets()) {
      table.row(
          set.name(),
          set.items(),
          set.unsought(),
          set.contaminated(),
          set.dialogues(),
          set.stretches(),
          count(set, Outcome.DROPPED),
          count(set, Outcome.MASKED),
          count(set, Outcome.TAGGED),
          set.suspects());
    }
    lines.addAll(table.lines());
    addSamples(report, lines);
    lines.add("");
    lines.add(
        "Written to "
            + out
            + ": corpus.jsonl, rejected.jsonl, contamination.tsv, contamination.json");
    return lines;
  }

  private static long count(SetReport set, Outcome outcome) {
    return set.outcomes().getOrDefault(outcome, 0L);
  }

  private static void addSamples(ContaminationReport report, List<String> lines) {
    Table samples = new Table("item", "stretches", "dialogue", "of the item", "longest");
    for (SetReport set : report.sets()) {
      for (Sample sample : set.samples().stream().limit(SAMPLES).toList()) {
        samples.row(
            set.name() + " " + sample.item(),
            sample.times(),
            sample.dialogue(),
            String.format(Locale.ROOT, "%.0f %%", 100 * sample.share()),
            shortened(sample.text()));
      }
    }
    if (!samples.isEmpty()) {
      lines.add("");
      lines.add("Look at some before you trust the numbers:");
      lines.addAll(samples.lines());
    }
  }

  private static String shortened(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.codePointCount(0, line.length()) <= TEXT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TEXT)) + "…";
  }
}
