package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first few records that were dropped for each reason, with the values that decided.
record DropExamples(CurationSummary summary) {

  /// For each reason that has some, in this order.
  List<Html> of(List<Reason> reasons) {
    List<Html> content = new ArrayList<>();
    content.add(element("h3", "Examples"));
    reasons.stream()
        .filter(reason -> !reason.examples().isEmpty())
        .map(this::examples)
        .forEach(content::add);
    return content;
  }

  private Element examples(Reason reason) {
    String heading =
        "%s: %s of %s"
            .formatted(
                reason.reason(),
                Figures.of(reason.examples().size(), "example"),
                Figures.of(reason.count()));
    boolean isShown = Step.of(reason) != Step.READ || summary.plan().scrub().isEmpty();
    return Section.details(
        heading,
        element(
            "ol",
            reason.examples().stream()
                .map(rejection -> isShown ? example(rejection) : place(rejection))
                .toList()));
  }

  /// Of what cannot be read, where it stands alone: it may hold secrets, which nobody replaced.
  private static Element place(Rejection rejection) {
    return element(
        "li",
        element("p", element("code", where(rejection.origin(), ""))).with("class", "facts"),
        Section.paragraph("Not shown: in what cannot be read, private data is not replaced."));
  }

  private static Element example(Rejection rejection) {
    Excerpt excerpt = Excerpt.of(rejection);
    List<Html> parts = new ArrayList<>();
    parts.add(element("p", Excerpt.cut(rejection.detail())));
    String where = where(rejection.origin(), excerpt.id());
    if (!where.isEmpty()) {
      parts.add(element("p", element("code", where)).with("class", "facts"));
    }
    String values = values(rejection.values());
    if (!values.isEmpty()) {
      parts.add(element("p", element("code", Excerpt.cut(values))).with("class", "facts"));
    }
    parts.add(element("dl", quotes(excerpt)).with("class", "quotes"));
    return element("li", parts);
  }

  /// The values that decided it.
  private static String values(Json.Obj values) {
    return values.members().entrySet().stream()
        .map(value -> Findings.words(value.getKey()) + " " + Figures.of(value.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static String where(@Nullable Origin origin, String id) {
    return Stream.of(origin == null ? "" : origin.toString(), Excerpt.cut(id))
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
