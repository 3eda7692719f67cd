package io.mosskit.curation.report;

import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.report.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Horizontal bars in groups, each as long as its records are many, those that are kept before
/// those that are dropped. Labels stand before their bars, or above them where one is too long for
/// that on a phone.
///
/// @param id of the picture in its page
/// @param title what it shows
/// @param description what is to be seen in it
record BarChart(String id, String title, String description, List<Group> groups) {
  private static final int BAR = 12;
  private static final int LINE = 20;
  private static final int CAPTION = 17;
  private static final int GAP = 8;
  private static final int BASE_LINE = 11;
  private static final double SPACE = 1;

  /// What a letter takes of the width of a phone, in percent.
  private static final double LETTER = 1.75;

  private static final int LONGEST_BEFORE_BAR = 22;
  private static final int LONGEST = 50;
  private static final double LEAST_WIDTH = 0.3;

  /// Between kept and dropped, so that they can be told apart without colours too.
  private static final double SEAM = 0.15;

  /// Bars under a common label; an empty one takes no place.
  record Group(String label, List<Bar> bars) {}

  /// One bar and the number behind it; an empty label or number is not drawn.
  record Bar(String label, long kept, long dropped, String number) {

    Bar {
      label = Label.cut(label, LONGEST);
    }

    long length() {
      return kept + dropped;
    }
  }

  Element svg() {
    List<Element> shapes = new ArrayList<>();
    int y = 0;
    for (Group group : groups) {
      if (!group.label().isEmpty()) {
        shapes.add(
            Svg.label(Label.cut(group.label(), LONGEST), 0, y + BASE_LINE, Anchor.START)
                .with("class", "group"));
        y += LINE;
      }
      for (Bar bar : group.bars()) {
        y = draw(bar, y, shapes);
      }
      y += group.label().isEmpty() ? 0 : GAP;
    }
    return Svg.picture(id, title, description, y, shapes);
  }

  /// @return where the next one begins
  private int draw(Bar bar, int top, List<Element> shapes) {
    if (!bar.label().isEmpty()) {
      shapes.add(Svg.label(bar.label(), 0, top + BASE_LINE, Anchor.START));
    }
    boolean isAbove = labels() == 0 && !bar.label().isEmpty();
    int y = isAbove ? top + CAPTION : top;
    double kept = width(bar.kept());
    double dropped = width(bar.dropped());
    if (bar.kept() > 0) {
      shapes.add(Svg.bar("kept", labels(), kept, y, BAR));
    }
    if (bar.dropped() > 0) {
      double seam = bar.kept() > 0 ? Math.min(SEAM, dropped / 2) : 0;
      shapes.add(Svg.bar("dropped", labels() + kept + seam, dropped - seam, y, BAR));
    }
    if (!bar.number().isEmpty()) {
      double end = labels() + kept + dropped + SPACE;
      shapes.add(Svg.label(bar.number(), end, y + BASE_LINE, Anchor.START).with("class", "value"));
    }
    return y + LINE + (isAbove ? GAP / 2 : 0);
  }

  /// The width of the labels before the bars, 0 where they stand above.
  private double labels() {
    int longest = bars().mapToInt(bar -> Label.width(bar.label())).max().orElse(0);
    return longest == 0 || longest > LONGEST_BEFORE_BAR
        ? 0
        : Math.ceil(longest * LETTER) + 2 * SPACE;
  }

  /// The width of the numbers behind the bars.
  private double numbers() {
    return bars().mapToInt(bar -> Label.width(bar.number())).max().orElse(0) * LETTER;
  }

  /// In percent; what there is can be seen, however little.
  private double width(long records) {
    if (records == 0) {
      return 0;
    }
    long longest = bars().mapToLong(Bar::length).max().orElse(1);
    return Math.max(LEAST_WIDTH, (100.0 - labels() - numbers() - SPACE) * records / longest);
  }

  private Stream<Bar> bars() {
    return groups.stream().flatMap(group -> group.bars().stream());
  }
}
