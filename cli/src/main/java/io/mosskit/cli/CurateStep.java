package io.mosskit.cli;

import io.mosskit.curation.Curation;
import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.SwallowedException;
import io.mosskit.curation.report.CorpusAbout;
import io.mosskit.curation.report.CorpusCard;
import io.mosskit.curation.report.CurationReport;
import io.mosskit.curation.report.ReportContext;
import io.mosskit.schema.io.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Curates a corpus into a folder, with report and card; used by `curate`, `run` and `demo`.
final class CurateStep {

  /// What a curation has of every run, done or begun.
  private static final List<String> SIGNS = List.of("stats.json", "work");

  /// What it writes that other people write too.
  private static final List<String> COMMON =
      List.of("README.md", "corpus.jsonl", "rejected.jsonl", "report.html");

  private CurateStep() {}

  static CurationSummary run(
      Corpus corpus, CurationPlan plan, Path out, ReportContext context, Console console)
      throws IOException, CommandFailure {
    return run(corpus, plan, false, out, context, console);
  }

  static CurationSummary run(
      Corpus corpus,
      CurationPlan plan,
      boolean keepWork,
      Path out,
      ReportContext context,
      Console console)
      throws IOException, CommandFailure {
    ScoreStep.requireElsewhere(corpus, out, COMMON);
    requireOwn(out);
    CurationSummary summary;
    try (ProgressLine progress = console.progress()) {
      summary =
          keepWork
              ? Curation.runAndKeepWork(corpus, plan, out, progress)
              : Curation.run(corpus, plan, out, progress);
      CurationReport.write(summary, context, out);
      if (summary.recordsKept() > 0) {
        CorpusCard.write(
            out,
            new CorpusAbout(
                context.title(), context.licence(), null, context.date(), Version.number()));
      } else {
        Files.deleteIfExists(out.resolve(CorpusCard.CROISSANT));
      }
    } catch (SwallowedException e) {
      throw new CommandFailure(ExitCode.FOUND, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return summary;
  }

  /// Keeps what no curation wrote from being replaced.
  private static void requireOwn(Path out) throws CommandFailure {
    boolean own = SIGNS.stream().anyMatch(name -> Files.exists(out.resolve(name)));
    List<String> others =
        COMMON.stream().filter(name -> !own && Files.exists(out.resolve(name))).toList();
    if (!others.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FILES,
          "%s has %s, which no curation wrote, and which this one would replace; choose another folder, or move it away"
              .formatted(out, String.join(", ", others)));
    }
  }

  static List<String> lines(CurationSummary summary, Path out) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d records in, %,d kept, %,d rejected (%s)",
            summary.recordsIn(),
            summary.recordsKept(),
            summary.recordsRejected(),
            percent(summary.recordsRejected(), summary.recordsIn())));
    if (!summary.reasons().isEmpty()) {
      lines.add("");
      Table reasons = new Table("rejected for", "stage", "records", "share");
      for (Reason reason : summary.reasons()) {
        reasons.row(
            reason.reason(),
            reason.stage(),
            reason.count(),
            percent(reason.count(), summary.recordsIn()));
      }
      lines.addAll(reasons.lines());
    }
    lines.add("");
    Table categories = new Table("category", "in", "kept");
    for (Map.Entry<String, Change> category : summary.byCategory().entrySet()) {
      categories.row(category.getKey(), category.getValue().before(), category.getValue().after());
    }
    lines.addAll(categories.lines());
    lines.add("");
    lines.add("Written to " + out + ": corpus.jsonl, rejected.jsonl, clusters.tsv, stats.json,");
    lines.add(
        "report.html, README.md (a dataset card)"
            + (summary.recordsKept() > 0 ? ", croissant.json" : ""));
    return lines;
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f %%", whole == 0 ? 0.0 : 100.0 * part / whole);
  }
}
