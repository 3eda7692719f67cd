package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Count;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What came in, what was dropped of it, and why.
record Drops(CurationSummary summary) {
  static final String ID = "records";
  static final String HEADING = "Kept and dropped";

  /// The group of counts, by rule that tags.
  private static final String FLAGS = "filter";

  private static final Comparator<Reason> IN_ORDER =
      Comparator.comparing(Step::of)
          .thenComparing(Comparator.comparingLong(Reason::count).reversed());

  Section section() {
    List<Html> content = new ArrayList<>();
    content.add(figures());
    if (summary.recordsIn() > 0) {
      Funnel funnel = new Funnel(summary);
      content.add(Section.keptAndDropped("What is left after each step", funnel.chart()));
      content.add(funnel.table());
    }
    if (reasons().isEmpty()) {
      content.add(Section.paragraph("Nothing was dropped."));
    } else {
      content.add(Section.figure("Dropped records by reason", reasonChart()));
      content.add(table());
      content.addAll(new DropExamples(summary).of(reasons()));
    }
    List<Count> flags = summary.counted(FLAGS);
    if (!flags.isEmpty()) {
      content.addAll(
          flags(new Counts("flags", "Records that break a rule which only tags", flags)));
    }
    return new Section(ID, HEADING, content);
  }

  private static List<Html> flags(Counts counts) {
    List<Html> content = new ArrayList<>();
    content.add(element("h3", "Tagged by filters"));
    content.add(
        Section.paragraph(
            "These rules drop nothing: records that break them say so under mosskit.filters."));
    content.add(Section.keptAndDropped(counts.title(), counts.chart()));
    content.add(Section.details("The numbers of this chart", counts.table("Rule")));
    content.addAll(counts.rest());
    return content;
  }

  /// In the order of the steps, the commonest of each first.
  private List<Reason> reasons() {
    return summary.reasons().stream().sorted(IN_ORDER).toList();
  }

  private Element figures() {
    long in = summary.recordsIn();
    long duplicates = summary.duplicates().exact() + summary.duplicates().near();
    return element(
            "dl",
            figure("Records in", Figures.of(in), Figures.of(summary.inputs().size(), "file")),
            figure("Kept", Figures.of(summary.recordsKept()), share(summary.recordsKept())),
            figure(
                "Dropped", Figures.of(summary.recordsRejected()), share(summary.recordsRejected())),
            figure("Of these, duplicates", Figures.of(duplicates), share(duplicates)))
        .with("class", "figures");
  }

  private String share(long records) {
    return Figures.share(records, summary.recordsIn());
  }

  private static Element figure(String name, String value, String note) {
    return element(
        "div",
        element("dt", name),
        element("dd", value).with("class", "value"),
        element("dd", note).with("class", "note"));
  }

  private Element reasonChart() {
    List<BarChart.Bar> bars =
        reasons().stream()
            .map(reason ->
                new BarChart.Bar(reason.reason(), 0, reason.count(), Figures.of(reason.count())))
            .toList();
    return new BarChart(
            "reasons",
            "Dropped records by reason",
            "One bar for each reason, in the order of the steps; the table below has the numbers.",
            List.of(new BarChart.Group("", bars)))
        .svg();
  }

  private Element table() {
    Table table =
        new Table("reasons-table", "Why records were dropped, and their share of all")
            .texts("Reason", "Step")
            .numbers("Records", "Share");
    for (Reason reason : reasons()) {
      table.row(
          Section.identifier(reason.reason()),
          text(Step.of(reason).label()),
          text(Figures.of(reason.count())),
          text(share(reason.count())));
    }
    return table
        .total(
            "Dropped", "", Figures.of(summary.recordsRejected()), share(summary.recordsRejected()))
        .total("Kept", "", Figures.of(summary.recordsKept()), share(summary.recordsKept()))
        .html();
  }
}
