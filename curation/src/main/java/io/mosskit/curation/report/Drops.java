package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What came in, what was dropped of it, and why.
record Drops(CurationSummary summary) {

  Section section() {
    List<Html> content = new ArrayList<>();
    content.add(figures());
    if (summary.recordsIn() > 0) {
      content.add(Section.keptAndDropped("What became of the records", fate()));
    }
    if (reasons().isEmpty()) {
      content.add(Section.paragraph("Nothing was dropped."));
    } else {
      content.add(Section.figure("Dropped records by reason", reasonChart()));
      content.add(table());
      content.add(element("h3", "Examples"));
      reasons().stream()
          .filter(reason -> !reason.examples().isEmpty())
          .map(Drops::examples)
          .forEach(content::add);
    }
    return new Section("records", "Kept and dropped", content);
  }

  private List<Reason> reasons() {
    return new Findings(summary).reasons();
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

  /// All records as one bar.
  private Element fate() {
    BarChart.Bar bar = new BarChart.Bar("", summary.recordsKept(), summary.recordsRejected(), "");
    return new BarChart(
            "fate",
            "Records kept and dropped",
            new Findings(summary).result(),
            0,
            List.of(new BarChart.Group("", List.of(bar))))
        .svg();
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
            "One bar for each reason, the commonest first; the table below has the numbers.",
            30,
            List.of(new BarChart.Group("", bars)))
        .svg();
  }

  private Element table() {
    Table table =
        new Table("reasons-table", "Why records were dropped, and their share of all")
            .texts("Reason", "Stage")
            .numbers("Records", "Share");
    for (Reason reason : reasons()) {
      table.row(
          element("code", reason.reason()),
          text(reason.stage()),
          text(Figures.of(reason.count())),
          text(share(reason.count())));
    }
    return table
        .total(
            "Dropped", "", Figures.of(summary.recordsRejected()), share(summary.recordsRejected()))
        .total("Kept", "", Figures.of(summary.recordsKept()), share(summary.recordsKept()))
        .html();
  }

  private static Element examples(Reason reason) {
    String heading =
        "%s: %s of %s"
            .formatted(
                reason.reason(),
                Figures.of(reason.examples().size(), "example"),
                Figures.of(reason.count()));
    return Section.details(
        heading, element("ol", reason.examples().stream().map(Drops::example).toList()));
  }

  private static Element example(Rejection rejection) {
    Excerpt excerpt = Excerpt.of(rejection);
    List<Html> parts = new ArrayList<>();
    parts.add(element("p", Excerpt.cut(rejection.detail())));
    String where = where(rejection.origin(), excerpt.id());
    if (!where.isEmpty()) {
      parts.add(element("p", element("code", where)).with("class", "facts"));
    }
    parts.add(element("dl", quotes(excerpt)).with("class", "quotes"));
    return element("li", parts);
  }

  private static String where(@Nullable Origin origin, String id) {
    return Stream.of(origin == null ? "" : origin.toString(), id)
        .filter(place -> !place.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static List<Html> quotes(Excerpt excerpt) {
    List<Html> quotes = new ArrayList<>();
    for (Excerpt.Part part : excerpt.parts()) {
      quotes.add(element("dt", part.by()));
      quotes.add(quote(part.text(), excerpt.language()));
    }
    return quotes;
  }

  private static Element quote(String text, String language) {
    if (text.isBlank()) {
      return element("dd", "empty").with("class", "empty");
    }
    Element quote = element("dd", text).with("dir", "auto");
    return language.equals("zh") ? quote.with("lang", "zh") : quote;
  }
}
