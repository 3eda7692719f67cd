package io.mosskit.cli;

import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.curation.report.ReportContext;
import io.mosskit.curation.report.SelectionPage;
import io.mosskit.curation.select.SelectPlan;
import io.mosskit.curation.select.Selection;
import io.mosskit.curation.select.SelectionSummary;
import io.mosskit.curation.select.UntaggedException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Selects records of a corpus into a folder, with a report; used by `select` and `run`.
final class SelectStep {

  private SelectStep() {}

  static SelectionSummary run(
      Corpus corpus,
      SelectPlan plan,
      Embedder embedder,
      Path out,
      ReportContext context,
      Console console)
      throws ChatException, IOException, InterruptedException, CommandFailure {
    ScoreStep.requireElsewhere(corpus, out, Selection.FILES);
    try (ProgressLine progress = console.progress()) {
      SelectionSummary summary = Selection.run(corpus, plan, embedder, out, progress);
      SelectionPage.write(summary, context, out);
      return summary;
    } catch (UntaggedException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  static List<String> lines(SelectionSummary summary, Path out) {
    List<String> lines = new ArrayList<>(summary.rule());
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d of %,d records selected; %,d could not be read",
            summary.selected(),
            summary.records(),
            summary.unread()));
    if (!summary.reasons().isEmpty()) {
      Table reasons = new Table("rejected for", "records");
      summary.reasons().forEach(reasons::row);
      lines.add("");
      lines.addAll(reasons.lines());
    }
    if (summary.after().count() > 0) {
      lines.add("");
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: mean %.4g before, %.4g after; median %.4g before, %.4g after",
              summary.by(),
              summary.before().mean(),
              summary.after().mean(),
              summary.before().at(50),
              summary.after().at(50)));
    }
    lines.add("");
    lines.add("Written to " + out + ": corpus.jsonl, rejected.jsonl, selection.json, report.html");
    return lines;
  }
}
