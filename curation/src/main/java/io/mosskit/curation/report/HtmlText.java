package io.mosskit.curation.report;

import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.report.Html.Style;
import io.mosskit.curation.report.Html.Text;
import java.util.Set;

/// Writes a page.
final class HtmlText {
  /// Elements without content and without an end tag.
  private static final Set<String> VOID = Set.of("br", "col", "meta", "wbr");

  /// Elements within a line; all others begin one, where blanks between elements do not show.
  private static final Set<String> IN_LINE =
      Set.of(
          "a", "b", "bdi", "br", "code", "dd", "mark", "q", "span", "strong", "summary", "td", "th",
          "time", "wbr");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>");

  private HtmlText() {}

  /// The whole text of a page.
  static String of(Element page) {
    HtmlText text = new HtmlText();
    text.write(page);
    return text.out.append('\n').toString();
  }

  private void write(Html html) {
    switch (html) {
      case Text(String text) -> escape(text);
      case Style(String css) -> out.append('\n').append(css.strip()).append('\n');
      case Element element -> write(element);
    }
  }

  private void write(Element element) {
    if (beginsLine(element)) {
      out.append('\n');
    }
    out.append('<').append(element.name());
    element.attributes().forEach(this::attribute);
    if (VOID.contains(element.name())) {
      out.append("/>");
      return;
    }
    out.append('>');
    element.children().forEach(this::write);
    if (!element.children().isEmpty() && beginsLine(element.children().getLast())) {
      out.append('\n');
    }
    out.append("</").append(element.name()).append('>');
  }

  private static boolean beginsLine(Html html) {
    return html instanceof Element element && !IN_LINE.contains(element.name());
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value);
    out.append('"');
  }

  private void escape(String text) {
    String visible = Visible.of(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
