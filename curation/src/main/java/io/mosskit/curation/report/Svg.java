package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;

import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The shapes of charts. Across, everything is in percent of the width at hand, down in pixels: a
/// chart is as wide as its column on any screen, and its letters are as large as those around it.
final class Svg {

  private Svg() {}

  /// Where a text stands against its point.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// A picture with what a screen reader says of it.
  ///
  /// @param id from which those of the title and the description are made
  static Element picture(
      String id, String title, String description, int height, List<Element> shapes) {
    List<Html> parts = new ArrayList<>();
    parts.add(element("title", title).with("id", id + "-title"));
    parts.add(element("desc", description).with("id", id + "-desc"));
    parts.addAll(shapes);
    return element("svg", parts)
        .with("role", "img")
        .with("aria-labelledby", id + "-title " + id + "-desc")
        .with("width", "100%")
        .with("height", Integer.toString(height));
  }

  /// A rectangle in the colour of what it counts.
  ///
  /// @param of `kept` or `dropped`
  static Element bar(String of, double x, double width, int y, int height) {
    return element("rect")
        .with("class", of)
        .with("x", percent(x))
        .with("y", Integer.toString(y))
        .with("width", percent(width))
        .with("height", Integer.toString(height));
  }

  /// A horizontal line.
  static Element line(double from, double to, int y) {
    return element("line")
        .with("x1", percent(from))
        .with("x2", percent(to))
        .with("y1", Integer.toString(y))
        .with("y2", Integer.toString(y));
  }

  /// A text on its base line.
  static Element label(String text, double x, int y, Anchor anchor) {
    return element("text", text)
        .with("x", percent(x))
        .with("y", Integer.toString(y))
        .with("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
