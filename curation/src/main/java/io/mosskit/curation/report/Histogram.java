package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.report.Html.Element;
import io.mosskit.curation.report.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns side by side, each as high as what it counts, the dropped on top of the kept.
///
/// @param id of the picture in its page
/// @param title what it shows
/// @param description what is to be seen in it
/// @param columns each with its mark
/// @param end the mark behind the last column where marks stand at the left edges of the columns,
///   each counting the values from there on; empty where they stand below them
record Histogram(
    String id, String title, String description, List<Column> columns, Optional<String> end) {
  private static final int TOP = 12;
  private static final int PLOT = 150;
  private static final int FOOT = 22;
  private static final double LEFT = 7;
  private static final double WIDEST = 9;
  private static final double GAP = 0.3;
  private static final int MOST_LINES = 4;
  private static final int LEAST_HEIGHT = 2;
  private static final int SEAM = 1;
  private static final int LETTERS_OF_A_PHONE = 45;

  /// One column.
  record Column(String mark, Change records) {}

  Element svg() {
    List<Element> shapes = new ArrayList<>();
    long step = step();
    long top = Math.ceilDiv(Math.max(1, highest()), step) * step;
    for (long value = 0; value <= top; value += step) {
      int y = TOP + PLOT - height(value, top);
      shapes.add(Svg.line(LEFT, 100, y));
      shapes.add(
          Svg.label(Figures.brief(value), LEFT - 1, y + 4, Anchor.END).with("class", "value"));
    }
    for (int i = 0; i < columns.size(); i++) {
      draw(i, top, shapes);
    }
    if (columns.size() % marksEvery() == 0) {
      end.ifPresent(mark -> shapes.add(mark(mark, LEFT + columns.size() * slot())));
    }
    return Svg.picture(id, title, description, TOP + PLOT + FOOT, shapes);
  }

  private void draw(int index, long top, List<Element> shapes) {
    Column column = columns.get(index);
    double slot = slot();
    double left = LEFT + index * slot;
    int kept = height(column.records().after(), top);
    int all = height(column.records().before(), top);
    if (kept > 0) {
      shapes.add(Svg.bar("kept", left + GAP, slot - 2 * GAP, TOP + PLOT - kept, kept));
    }
    if (all > kept) {
      int seam = all - kept > SEAM && kept > 0 ? SEAM : 0;
      shapes.add(
          Svg.bar("dropped", left + GAP, slot - 2 * GAP, TOP + PLOT - all, all - kept - seam));
    }
    if (index % marksEvery() == 0) {
      shapes.add(mark(column.mark(), end.isPresent() ? left : left + slot / 2));
    }
  }

  /// The width of a column; a few columns do not fill the chart.
  private double slot() {
    return Math.min(WIDEST, (100 - LEFT) / columns.size());
  }

  /// Only every second column has its mark where all of them do not fit on a phone.
  private int marksEvery() {
    int longest = columns.stream().mapToInt(column -> column.mark().length()).max().orElse(0);
    return longest * columns.size() > LETTERS_OF_A_PHONE ? 2 : 1;
  }

  private static Element mark(String mark, double x) {
    return Svg.label(mark, x, TOP + PLOT + 16, Anchor.MIDDLE).with("class", "value");
  }

  /// In pixels; what there is can be seen, however little.
  private static int height(long records, long top) {
    return records == 0
        ? 0
        : Math.max(LEAST_HEIGHT, (int) Math.round((double) PLOT * records / top));
  }

  private long highest() {
    return columns.stream().mapToLong(column -> column.records().before()).max().orElse(0);
  }

  /// The distance between the lines: 1, 2 or 5 times a power of ten, so that they are few.
  private long step() {
    long power = 1;
    while (true) {
      for (long step : new long[] {power, 2 * power, 5 * power}) {
        if (highest() <= step * MOST_LINES) {
          return step;
        }
      }
      power *= 10;
    }
  }
}
