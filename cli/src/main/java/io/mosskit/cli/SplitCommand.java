package io.mosskit.cli;

import io.mosskit.curation.split.Part;
import io.mosskit.curation.split.Split;
import io.mosskit.curation.split.SplitPlan;
import io.mosskit.curation.split.SplitSummary;
import io.mosskit.schema.io.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit split`.
@Command(
    name = "split",
    description = {
      "Divide a corpus into train.jsonl, validation.jsonl and test.jsonl so that near twins never",
      "straddle: dialogues whose user turns are at least as similar as the threshold stand in the same",
      "file. Categories and languages are divided alike, and the same seed divides the same.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit split curated/corpus.jsonl --out dataset/",
      "  mosskit split corpus.jsonl --out dataset/ --shares 0.8,0.1,0.1 --threshold 0.4 --seed 7",
    })
final class SplitCommand extends CommandBase {

  @Mixin private ReadMixin read = new ReadMixin();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("dataset");

  @Option(
      names = "--shares",
      split = ",",
      paramLabel = "SHARE",
      description = "of train, validation and test (default: 0.9,0.05,0.05)")
  private List<Double> shares = SplitPlan.standard().shares();

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "least Jaccard similarity of twins (default: 0.5)")
  private double threshold = SplitPlan.standard().threshold();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "another seed divides otherwise (default: 1)")
  private long seed = SplitPlan.standard().seed();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Corpus corpus = read.corpus();
    SplitSummary summary;
    try (ProgressLine progress = console().progress()) {
      SplitPlan plan =
          SplitPlan.standard().withShares(shares).withThreshold(threshold).withSeed(seed);
      summary = Split.run(corpus, plan, out, progress);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    say(summary.json(), lines(summary));
    return ExitCode.DONE;
  }

  private List<String> lines(SplitSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d dialogues; %,d clusters of near twins hold %,d of them, the largest %,d",
            summary.all(),
            summary.clusters(),
            summary.clustered(),
            summary.largest()));
    if (summary.unread() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d records cannot be read: %s",
              summary.unread(),
              out.resolve("rejected.jsonl")));
    }
    Table table = new Table("category and language", "train", "validation", "test");
    summary.strata().forEach((name, counts) -> row(name, counts, table));
    row("all", summary.records(), table);
    lines.add("");
    lines.addAll(table.lines());
    lines.add("");
    lines.add("Written to " + out + "; mosskit card " + out + " describes it");
    return lines;
  }

  private static void row(String name, Map<Part, Long> counts, Table table) {
    table.row(
        name,
        counts.getOrDefault(Part.TRAIN, 0L),
        counts.getOrDefault(Part.VALIDATION, 0L),
        counts.getOrDefault(Part.TEST, 0L));
  }
}
