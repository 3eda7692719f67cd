package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.report.Html.Style;
import io.mosskit.curation.select.SelectionSummary;
import io.mosskit.curation.select.Spread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A selection as a page that loads nothing: the rule, what was rejected for what, and how numbers
/// and categories were spread before and after.
public final class SelectionPage {

  private static final int RANGES = 10;

  private final SelectionSummary summary;
  private final ReportContext context;

  private SelectionPage(SelectionSummary summary, ReportContext context) {
    this.summary = summary;
    this.context = context;
  }

  /// Writes the page as `report.html`; an earlier file is replaced.
  public static void write(SelectionSummary summary, ReportContext context, Path folder)
      throws IOException {
    String content = new SelectionPage(summary, context).content();
    Files.write(folder.resolve("report.html"), content.getBytes(StandardCharsets.UTF_8));
  }

  String content() throws IOException {
    Element head =
        Page.head(context.title() + " – selection report", new Style(Page.resource("report.css")));
    return HtmlText.of(element("html", head, element("body", body())).with("lang", "en"));
  }

  private List<Html> body() {
    List<Section> sections = new ArrayList<>();
    sections.add(rule());
    if (!summary.reasons().isEmpty()) {
      sections.add(reasons());
    }
    if (summary.before().count() > 0) {
      sections.add(spread());
    }
    sections.add(categories());
    return List.of(
        element("a", "Skip to the report").with("class", "skip").with("href", "#report"),
        header(),
        element("nav", element("ul", sections.stream().map(Section::link).toList()))
            .with("aria-label", "Sections"),
        element("main", sections.stream().map(Section::html).toList())
            .with("id", "report")
            .with("tabindex", "-1"),
        element("footer", Section.paragraph("Written by mosskit. This page loads nothing.")));
  }

  private Element header() {
    String date = context.date().toString();
    return element(
        "header",
        element("p", "Selection report").with("class", "kind"),
        element("h1", element("bdi", context.title())),
        element(
                "p",
                "%s of %s selected (%s)."
                    .formatted(
                        Figures.of(summary.selected()),
                        Figures.of(summary.records(), "record"),
                        Figures.share(summary.selected(), summary.records())))
            .with("class", "result"),
        element("p", element("time", date).with("datetime", date)).with("class", "facts"));
  }

  private Section rule() {
    List<Html> rules =
        summary.rule().stream().<Html>map(sentence -> element("li", sentence)).toList();
    return Section.of(
        "rule",
        "The rule",
        element("ul", rules),
        element("p", text("Again: "), element("code", context.command())));
  }

  private Section reasons() {
    Table table =
        new Table("reasons-table", "What was not selected")
            .texts("Reason")
            .numbers("Records", "Share");
    summary
        .reasons()
        .forEach((reason, count) ->
            table.row(reason, Figures.of(count), Figures.share(count, summary.records())));
    return Section.of("reasons", "Rejected", table.html());
  }

  private Section spread() {
    Table table =
        new Table("spread-table", "Before and after, by " + summary.by())
            .texts("")
            .numbers("Before", "After");
    table.row("records", Figures.of(summary.before().count()), Figures.of(summary.after().count()));
    table.row("mean", number(summary.before().mean()), number(summary.after().mean()));
    for (int percentile : Spread.PERCENTILES) {
      table.row(
          "percentile " + percentile,
          number(summary.before().at(percentile)),
          number(summary.after().at(percentile)));
    }
    return Section.of("spread", "How " + summary.by() + " is spread", figure(), table.html());
  }

  /// From the 1st to the 99th percentile, so that a few far numbers do not squeeze all others.
  private Element figure() {
    double from = summary.before().at(1);
    double width = (summary.before().at(99) - from) / RANGES;
    long[] before = summary.before().counts(from, width, RANGES);
    long[] after = summary.after().counts(from, width, RANGES);
    List<Histogram.Column> columns = new ArrayList<>();
    for (int i = 0; i < RANGES; i++) {
      columns.add(new Histogram.Column(number(from + i * width), new Change(before[i], after[i])));
    }
    Histogram histogram =
        new Histogram(
            "spread-chart",
            "Records by " + summary.by(),
            "Columns of equal width from the 1st to the 99th percentile; the first and the last hold what is beyond",
            columns,
            Optional.of(number(from + RANGES * width)));
    return Section.keptAndDropped("Records by " + summary.by(), histogram.svg());
  }

  private Section categories() {
    Table table =
        new Table("categories-table", "Categories before and after")
            .texts("Category")
            .numbers("Before", "After", "Share kept");
    summary
        .categories()
        .forEach((category, change) ->
            table.row(
                category,
                Figures.of(change.before()),
                Figures.of(change.after()),
                Figures.share(change.after(), change.before())));
    return Section.of("categories", "Categories", table.html());
  }

  private static String number(double number) {
    return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.3g", number);
  }
}
