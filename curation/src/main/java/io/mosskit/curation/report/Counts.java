package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Count;
import io.mosskit.curation.report.Html.Element;
import java.util.Comparator;
import java.util.List;

/// What a stage counted of one group, the commonest first.
///
/// @param id of the chart in its page, from which that of the table is made
/// @param title what was counted
record Counts(String id, String title, List<Count> counts) {
  /// More than these are left to `stats.json`.
  private static final int MOST = 30;

  private static final Comparator<Count> COMMONEST_FIRST =
      Comparator.comparingLong((Count count) -> count.records().before())
          .reversed()
          .thenComparing(Count::name);

  Counts {
    counts = counts.stream().sorted(COMMONEST_FIRST).toList();
  }

  private List<Count> shown() {
    return counts.stream().limit(MOST).toList();
  }

  /// A bar for each name.
  Element chart() {
    return new BarChart(
            id,
            title,
            "A bar for each, with the kept records before the dropped ones; the table below has the"
                + " numbers.",
            List.of(new BarChart.Group("", shown().stream().map(Counts::bar).toList())))
        .svg();
  }

  private static BarChart.Bar bar(Count count) {
    return new BarChart.Bar(
        count.name(),
        count.records().after(),
        count.records().before() - count.records().after(),
        number(count.records()));
  }

  /// `12`, or `10 of 12` where not all are kept.
  static String number(Change records) {
    return records.after() == records.before()
        ? Figures.of(records.after())
        : Figures.of(records.after()) + " of " + Figures.of(records.before());
  }

  /// The records by name.
  ///
  /// @param name what the names are
  Element table(String name) {
    Table table = new Table(id + "-table", title).texts(name).numbers("In", "Kept");
    shown()
        .forEach(count ->
            table.row(
                count.name(),
                Figures.of(count.records().before()),
                Figures.of(count.records().after())));
    return table.html();
  }

  /// The records by name, and how often it was found in them.
  ///
  /// @param name what the names are
  /// @param findings the word for what was found, in the plural
  Element table(String name, String findings) {
    Table table =
        new Table(id + "-table", title)
            .texts(name)
            .numbersOf("Records", "In", "Kept")
            .numbersOf(findings, "In", "Kept");
    shown()
        .forEach(count ->
            table.row(
                count.name(),
                Figures.of(count.records().before()),
                Figures.of(count.records().after()),
                Figures.of(count.findings().before()),
                Figures.of(count.findings().after())));
    return table.html();
  }

  /// What is said where there is more than is shown.
  List<Html> rest() {
    return counts.size() > MOST
        ? List.of(Section.paragraph(Figures.of(counts.size() - MOST) + " more are in stats.json."))
        : List.of();
  }
}
