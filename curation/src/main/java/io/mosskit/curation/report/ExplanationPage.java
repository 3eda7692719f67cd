package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.explain.Explanation;
import io.mosskit.curation.explain.Explanation.AtThreshold;
import io.mosskit.curation.explain.Explanation.Member;
import io.mosskit.curation.explain.Explanation.Told;
import io.mosskit.curation.explain.SharedText;
import io.mosskit.curation.explain.SharedText.Piece;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.report.Html.Style;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The explanation of one record as a page that loads nothing: what decided, both texts side by
/// side with what they share marked, the cluster, and what other thresholds would have done.
public final class ExplanationPage {
  private static final int MEMBERS_SHOWN = 200;

  private final Explanation explanation;

  private ExplanationPage(Explanation explanation) {
    this.explanation = explanation;
  }

  /// Writes the page; its folder is made where it is absent, an earlier file is replaced.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Explanation explanation, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, content(explanation).getBytes(StandardCharsets.UTF_8));
  }

  static String content(Explanation explanation) throws IOException {
    Element page = element("html", head(explanation), new ExplanationPage(explanation).body());
    return HtmlText.of(page.with("lang", "en"));
  }

  private static Element head(Explanation explanation) throws IOException {
    return Page.head(
        explanation.record().id() + " – explained",
        new Style(Page.resource("report.css") + Page.resource("explain.css")));
  }

  private Element body() {
    Told record = explanation.record();
    List<Html> main = new ArrayList<>();
    main.add(
        element(
            "header",
            element("p", "Why a record is kept or dropped").with("class", "kind"),
            element("h1", element("bdi", record.id())),
            element("p", result()).with("class", "result")));
    main.add(texts());
    if (!explanation.thresholds().isEmpty()) {
      main.add(thresholds());
    }
    if (!explanation.cluster().isEmpty()) {
      main.add(cluster());
    }
    main.add(facts());
    return element("body", element("main", main));
  }

  private String result() {
    Told record = explanation.record();
    return record.kept()
        ? "Kept. " + Figures.of(explanation.cluster().size(), "record") + " dropped for it."
        : "Dropped as %s: %s.".formatted(record.decision(), record.detail());
  }

  private Element texts() {
    List<Html> sides = new ArrayList<>();
    if (explanation.shared().isPresent() && explanation.twin().isPresent()) {
      SharedText shared = explanation.shared().get();
      sides.add(side(explanation.record(), "dropped", shared.left()));
      sides.add(side(explanation.twin().get(), "kept", shared.right()));
      return Section.of(
              "texts",
              "Both texts",
              element(
                  "p",
                  text("What both have is "),
                  element("mark", "marked"),
                  text(
                      "; the Jaccard similarity of their shingles is %s."
                          .formatted(Figures.decimal(shared.score(), 3)))),
              element("div", sides).with("class", "sides"))
          .html();
    }
    Told record = explanation.record();
    sides.add(
        side(record, record.kept() ? "kept" : "dropped", List.of(new Piece(record.text(), false))));
    List<Html> content = new ArrayList<>(sides);
    explanation
        .twinId()
        .ifPresent(twin ->
            content.add(
                Section.paragraph(
                    "Its twin %s is in none of the folders: it was curated before."
                        .formatted(twin))));
    return new Section("texts", "The text", content).html();
  }

  private static Element side(Told record, String what, List<Piece> pieces) {
    List<Html> marked = new ArrayList<>();
    for (Piece piece : pieces) {
      marked.add(
          piece.shared()
              ? element("mark", lines(piece.text()))
              : element("span", lines(piece.text())));
    }
    Element text = element("p", marked).with("class", "text");
    Language language = Language.of(record.text());
    return element(
            "div",
            element("h3", element("bdi", record.id()), text(" (" + what + ")")),
            language == Language.ZH || language == Language.EN
                ? text.with("lang", language.label())
                : text)
        .with("class", "side");
  }

  /// A text with its line breaks as such.
  private static List<Html> lines(String text) {
    List<Html> lines = new ArrayList<>();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.add(text(text.substring(from, end)));
      lines.add(element("br"));
      from = end + 1;
    }
    lines.add(text(text.substring(from)));
    return lines;
  }

  private Element thresholds() {
    Table table =
        new Table("thresholds-table", "The deciding repeated among the records that resemble it")
            .texts("Threshold", "Decision", "Dropped for")
            .numbers("Similarity");
    for (AtThreshold at : explanation.thresholds()) {
      table.row(
          "%s%s".formatted(Figures.decimal(at.threshold(), 2), at.decided() ? " (this run)" : ""),
          at.against().isPresent() ? "dropped" : "kept",
          at.against().map(Explanation.Against::id).orElse("–"),
          at.against().map(against -> Figures.decimal(against.score(), 3)).orElse("–"));
    }
    return Section.of("thresholds", "Other thresholds", table.html()).html();
  }

  private Element cluster() {
    Told record = explanation.record();
    String kept = explanation.twinId().orElse(record.id());
    Table table =
        new Table("cluster-table", "Dropped for " + kept)
            .texts("Dropped record", "Reason")
            .numbers("Similarity");
    for (Member member : explanation.cluster().stream().limit(MEMBERS_SHOWN).toList()) {
      table.row(member.id(), member.reason(), Figures.decimal(member.score(), 3));
    }
    List<Html> content = new ArrayList<>();
    content.add(table.html());
    int more = explanation.cluster().size() - MEMBERS_SHOWN;
    if (more > 0) {
      content.add(Section.paragraph(Figures.of(more) + " more are in clusters.tsv."));
    }
    return new Section("cluster", "Cluster", content).html();
  }

  private Element facts() {
    Told record = explanation.record();
    Table table = new Table("facts-table", "What the files say").texts("What", "Value");
    table.row("stands in", record.origin().toString());
    table.row("key", explanation.key().label());
    table.row("threshold", Figures.decimal(explanation.threshold(), 2));
    record
        .values()
        .without("key")
        .without("threshold")
        .members()
        .forEach((name, value) -> table.row(name, value.text()));
    return Section.of("facts", "What decided", table.html()).html();
  }
}
