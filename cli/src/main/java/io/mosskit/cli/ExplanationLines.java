package io.mosskit.cli;

import io.mosskit.curation.explain.Explanation;
import io.mosskit.curation.explain.Explanation.Against;
import io.mosskit.curation.explain.Explanation.AtThreshold;
import io.mosskit.curation.explain.Explanation.Member;
import io.mosskit.curation.explain.Explanation.Told;
import io.mosskit.curation.explain.SharedText;
import io.mosskit.curation.explain.SharedText.Piece;
import io.mosskit.curation.report.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An explanation for a terminal.
///
/// @param width columns of two texts side by side
/// @param colours whether shared text is coloured, and not put into brackets
record ExplanationLines(Explanation explanation, int width, boolean colours) {
  private static final int MEMBERS_SHOWN = 20;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    Told record = explanation.record();
    lines.add(
        "%s: %s, %s"
            .formatted(
                Visible.of(record.id()),
                record.kept() ? "kept" : "dropped, " + Visible.of(record.decision()),
                record.origin()));
    if (!record.kept()) {
      lines.add("  " + Visible.of(record.detail()));
    }
    if (!record.values().members().isEmpty()) {
      lines.add("  values: " + Visible.of(record.values().text()));
    }
    lines.add("");
    texts(lines);
    thresholds(lines);
    cluster(lines);
    return lines;
  }

  private void texts(List<String> lines) {
    Told record = explanation.record();
    if (explanation.twin().isPresent() && explanation.shared().isPresent()) {
      Told twin = explanation.twin().get();
      SharedText shared = explanation.shared().get();
      lines.add(
          String.format(
              Locale.ROOT,
              "by %s, shingles' similarity %.3f; shared text %s:",
              explanation.key().label(),
              shared.score(),
              colours ? "in colour" : "in [brackets]"));
      lines.addAll(
          new SideBySide(width, colours)
              .lines(
                  record.id() + " (dropped)",
                  shared.left(),
                  twin.id() + " (kept)",
                  shared.right()));
      return;
    }
    lines.addAll(
        new SideBySide(width, colours)
            .lines(
                record.id() + (record.kept() ? " (kept)" : " (dropped)"),
                List.of(new Piece(record.text(), false))));
    if (explanation.twinId().isPresent()) {
      lines.add(
          "its twin %s is in none of the folders: it was curated before; name its folder, too, with"
                  .formatted(Visible.of(explanation.twinId().get()))
              + " --in");
    }
  }

  private void thresholds(List<String> lines) {
    if (explanation.thresholds().isEmpty()) {
      return;
    }
    Table table = new Table("threshold", "decision", "dropped for", "similarity", "");
    for (AtThreshold at : explanation.thresholds()) {
      table.row(
          String.format(Locale.ROOT, "%.2f", at.threshold()),
          at.against().isPresent() ? "dropped" : "kept",
          at.against().map(Against::id).map(Visible::of).orElse(""),
          at.against().map(against -> decimal(against.score())).orElse("-"),
          at.decided() ? "<- this run" : "");
    }
    lines.add("");
    lines.add("at other thresholds, among the records that resemble it:");
    lines.addAll(table.lines());
  }

  private void cluster(List<String> lines) {
    List<Member> cluster = explanation.cluster();
    if (cluster.isEmpty()) {
      return;
    }
    Table table = new Table("dropped", "reason", "similarity");
    for (Member member : cluster.stream().limit(MEMBERS_SHOWN).toList()) {
      table.row(Visible.of(member.id()), Visible.of(member.reason()), decimal(member.score()));
    }
    lines.add("");
    lines.add(
        "dropped for %s: %d"
            .formatted(
                Visible.of(explanation.twinId().orElse(explanation.record().id())),
                cluster.size()));
    lines.addAll(table.lines());
    if (cluster.size() > MEMBERS_SHOWN) {
      lines.add("  … the others are in clusters.tsv");
    }
  }

  private static String decimal(double score) {
    return String.format(Locale.ROOT, "%.3f", score);
  }
}
