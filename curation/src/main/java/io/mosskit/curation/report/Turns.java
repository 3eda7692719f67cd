package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.TurnCount;
import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// How many turns the dialogues have.
record Turns(CurationSummary summary) {
  /// Dialogues with more turns share a column.
  private static final int MOST = 20;

  Section section() {
    if (summary.turns().isEmpty()) {
      return Section.of("turns", "Turns", Section.paragraph("No record could be read."));
    }
    return Section.of(
        "turns",
        "Turns",
        Section.keptAndDropped("Dialogues by number of turns", chart()),
        Section.details("The numbers of this chart", byTurns()),
        byCategory());
  }

  private NavigableMap<Integer, Change> counts() {
    NavigableMap<Integer, Change> counts = new TreeMap<>();
    for (TurnCount count : summary.turns()) {
      Change records = count.records();
      counts.merge(
          Math.min(count.turns(), MOST + 1),
          records,
          (a, b) -> new Change(a.before() + b.before(), a.after() + b.after()));
    }
    return counts;
  }

  private static String label(int turns) {
    return turns > MOST ? ">" + MOST : Integer.toString(turns);
  }

  private Element chart() {
    NavigableMap<Integer, Change> counts = counts();
    List<Histogram.Column> columns = new ArrayList<>();
    for (int turns = counts.firstKey(); turns <= counts.lastKey(); turns++) {
      columns.add(new Histogram.Column(label(turns), counts.getOrDefault(turns, new Change(0, 0))));
    }
    return new Histogram(
            "turns-chart",
            "Dialogues by number of turns",
            "A column for each number of turns, the dropped dialogues on top of the kept ones; the"
                + " table below has the numbers.",
            columns,
            Optional.empty())
        .svg();
  }

  private Element byTurns() {
    Table table =
        new Table("turns-table", "Dialogues by number of turns")
            .texts("Turns")
            .numbers("In", "Kept");
    counts()
        .forEach((turns, records) ->
            table.row(label(turns), Figures.of(records.before()), Figures.of(records.after())));
    return table.html();
  }

  private Element byCategory() {
    Table table =
        new Table("turns-by-category", "Turns of the kept dialogues by category")
            .texts("Category")
            .numbers("Mean", "Least", "Most");
    for (String category : summary.byCategory().keySet()) {
      TurnSpan span =
          TurnSpan.of(
              summary.turns().stream().filter(count -> count.category().equals(category)).toList());
      if (span.dialogues() > 0) {
        table.row(
            category,
            Figures.decimal(span.mean(), 1),
            Figures.of(span.least()),
            Figures.of(span.most()));
      }
    }
    return table.html();
  }
}
