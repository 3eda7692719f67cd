package io.mosskit.plugins.search.documents;

import java.io.IOException;
import java.io.InputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Reduces HTML to what a reader reads: nothing of it is run or fetched.
final class Html {

  private static final String NOT_READ =
      "script, style, noscript, template, svg, math, iframe, object, form, button, select, nav, "
          + "header, footer, aside, [hidden], [aria-hidden=true]";

  private Html() {}

  static PlainText reduce(InputStream html) throws IOException {
    Document page = Jsoup.parse(html, null, "");
    page.select(NOT_READ).remove();
    return new PlainText(page.title(), text(page.body()));
  }

  /// The text of a fragment, such as a description with its matches in `<strong>`.
  static String text(String fragment) {
    return text(Jsoup.parseBodyFragment(fragment).body());
  }

  private static String text(Element body) {
    Lines lines = new Lines();
    body.traverse(lines);
    return lines.text();
  }

  /// Collects text, a line for each block.
  private static final class Lines implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replaceAll("[\\s\\u00A0]+", " "));
      } else if (node instanceof Element element && endsLine(element)) {
        text.append('\n');
      } else if (node instanceof Element element && isCell(element)) {
        text.append(' ');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && endsLine(element)) {
        text.append('\n');
      }
    }

    private static boolean endsLine(Element element) {
      return (element.isBlock() && !isCell(element)) || element.nameIs("br");
    }

    private static boolean isCell(Element element) {
      return element.nameIs("td") || element.nameIs("th");
    }

    String text() {
      return text.toString().replaceAll(" {2,}", " ").replaceAll(" ?\\n[\\n ]*", "\n").strip();
    }
  }
}
