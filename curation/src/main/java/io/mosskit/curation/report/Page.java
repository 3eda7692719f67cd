package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.report.Html.Style;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// `report.html`.
record Page(CurationSummary summary, ReportContext context) {

  /// The page as it stands in the file.
  String content() throws IOException {
    return HtmlText.of(element("html", head(), element("body", body())).with("lang", "en"));
  }

  private Element head() throws IOException {
    return head(context.title() + " – curation report", new Style(resource("report.css")));
  }

  /// The head of a page that loads nothing.
  static Element head(String title, Style style) {
    return element(
        "head",
        element("meta").with("charset", "utf-8"),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        element("meta")
            .with("http-equiv", "Content-Security-Policy")
            .with("content", "default-src 'none'; style-src 'unsafe-inline'"),
        element("title", title),
        element("style", style));
  }

  private static Element meta(String name, String content) {
    return element("meta").with("name", name).with("content", content);
  }

  /// A text that lies beside this class.
  static String resource(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the jar of mosskit-curation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<Html> body() {
    List<Section> sections = sections();
    return List.of(
        element("a", "Skip to the report").with("class", "skip").with("href", "#report"),
        header(),
        element("nav", element("ul", sections.stream().map(Section::link).toList()))
            .with("aria-label", "Sections"),
        element("main", sections.stream().map(Section::html).toList())
            .with("id", "report")
            .with("tabindex", "-1"),
        element(
            "footer",
            Section.paragraph(
                "Written by mosskit " + summary.version() + ". This page loads nothing.")));
  }

  private Element header() {
    Findings findings = new Findings(summary);
    String date = context.date().toString();
    List<Html> parts = new ArrayList<>();
    parts.add(element("p", "Curation report").with("class", "kind"));
    parts.add(element("h1", element("bdi", context.title())));
    parts.add(element("p", findings.result()).with("class", "result"));
    List<Highlight> highlights = new Highlights(summary).all();
    findings
        .rehearsal()
        .ifPresent(warning ->
            parts.add(
                element("p", element("strong", "Not for training. "), text(warning))
                    .with("class", "warning")
                    .with("role", "note")));
    if (!highlights.isEmpty()) {
      parts.add(element("h2", "What to look at"));
      parts.add(
          element("ul", highlights.stream().map(Highlight::html).toList())
              .with("class", "highlights"));
    }
    parts.add(
        element(
                "p",
                element("time", date).with("datetime", date),
                text(" · mosskit " + summary.version()),
                text(" · " + Figures.time(summary.elapsed())))
            .with("class", "facts"));
    return element("header", parts);
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Drops(summary).section());
    sections.add(new Composition(summary).section());
    sections.add(new Turns(summary).section());
    sections.add(new TextLengths(summary).section());
    sections.addAll(new Tagging(summary).sections());
    sections.addAll(new PrivateData(summary).sections());
    sections.addAll(new EvaluationOverlaps(summary).sections());
    sections.add(new DuplicateClusters(summary).section());
    sections.add(new Making(summary).section());
    sections.add(new Reproduction(summary, context).section());
    return sections;
  }
}
