package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;

import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A part of the page with a heading of its own.
///
/// @param id by which the page's contents lead to it
record Section(String id, String heading, List<Html> content) {

  static Section of(String id, String heading, Html... content) {
    return new Section(id, heading, Arrays.asList(content));
  }

  Element html() {
    List<Html> parts = new ArrayList<>();
    parts.add(element("h2", heading).with("id", id + "-heading"));
    parts.addAll(content);
    return element("section", parts).with("id", id).with("aria-labelledby", id + "-heading");
  }

  Element link() {
    return element("li", element("a", heading).with("href", "#" + id));
  }

  static Element paragraph(String text) {
    return element("p", text);
  }

  /// A name of the toolkit's, which may be broken between its parts.
  static Element identifier(String name) {
    List<Html> parts = new ArrayList<>();
    for (String part : name.split("(?<=[._])", -1)) {
      parts.add(Html.text(part));
      parts.add(element("wbr"));
    }
    return element("code", parts.subList(0, parts.size() - 1));
  }

  /// A chart with its caption.
  static Element figure(String caption, Element svg) {
    return element("figure", element("figcaption", caption), svg);
  }

  /// A chart of what is kept and what is dropped, which it tells by colour.
  static Element keptAndDropped(String caption, Element svg) {
    Element legend =
        element("span", key("kept"), Html.text("kept "), key("dropped"), Html.text("dropped"))
            .with("class", "legend");
    return element("figure", element("figcaption", Html.text(caption + " "), legend), svg);
  }

  private static Element key(String of) {
    return element("span").with("class", "key " + of).with("aria-hidden", "true");
  }

  /// What is shown to those who ask for it.
  static Element details(String summary, Html... content) {
    return details(summary, Arrays.asList(content));
  }

  static Element details(String summary, List<Html> content) {
    return details(List.of(Html.text(summary)), content);
  }

  static Element details(List<Html> summary, List<Html> content) {
    List<Html> parts = new ArrayList<>();
    parts.add(element("summary", summary));
    parts.addAll(content);
    return element("details", parts);
  }
}
