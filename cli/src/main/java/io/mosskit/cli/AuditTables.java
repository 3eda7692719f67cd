package io.mosskit.cli;

import io.mosskit.curation.audit.AuditTally;
import io.mosskit.plugins.audit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The counts of an audit as tables.
final class AuditTables {

  private AuditTables() {}

  /// Calls by verdict, receipts, findings by stage, and how many turns stand.
  ///
  /// @param replayed whether calls were made again
  static List<String> of(AuditTally tally, boolean replayed) {
    List<String> lines = new ArrayList<>();
    add(lines, calls(tally), "no calls");
    if (!tally.receipts().isEmpty()) {
      add(lines, receipts(tally), "no receipts");
    }
    add(lines, findings(tally), "no findings");
    for (Stage stage : Stage.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d turns stand%s",
              stage.label(),
              tally.turns() - tally.turnsWithFindings(stage),
              tally.turns(),
              stage == Stage.EXECUTION && !replayed ? " (no call was made again)" : ""));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Turns with a failed call: %,d; of these state an unsupported number all the same: %,d",
            tally.failedTurns(),
            tally.failedTurnsWithNumbers()));
    return lines;
  }

  private static void add(List<String> lines, Table table, String none) {
    lines.addAll(table.isEmpty() ? List.of("  " + none) : table.lines());
    lines.add("");
  }

  private static Table calls(AuditTally tally) {
    Table calls = new Table("plugin", "verdict", "calls");
    tally
        .calls()
        .forEach((plugin, verdicts) ->
            verdicts.forEach((verdict, count) -> calls.row(plugin, verdict.label(), count)));
    return calls;
  }

  private static Table receipts(AuditTally tally) {
    Table receipts = new Table("receipt", "calls");
    tally.receipts().forEach((verdict, count) -> receipts.row(verdict.label(), count));
    return receipts;
  }

  private static Table findings(AuditTally tally) {
    Table findings = new Table("stage", "finding", "times");
    for (Stage stage : Stage.values()) {
      tally.kinds(stage).forEach((kind, count) -> findings.row(stage.label(), kind, count));
    }
    return findings;
  }
}
