package io.mosskit.curation.report;

/// The room that a text takes on a line of a chart, where nothing wraps: one for a letter, two for
/// an ideograph.
final class Label {
  private static final int FIRST_WIDE = 0x1100;
  private static final String CUT = "…";

  private Label() {}

  /// The room for a text as it is seen.
  static int width(String text) {
    return Visible.of(text).codePoints().map(Label::width).sum();
  }

  private static int width(int codePoint) {
    return codePoint >= FIRST_WIDE && !isPunctuation(codePoint) ? 2 : 1;
  }

  /// Dashes, quotation marks, arrows and the like, before the CJK blocks.
  private static boolean isPunctuation(int codePoint) {
    return codePoint >= 0x1E00 && codePoint < 0x2E80;
  }

  /// As much of a text as there is room for, as it is seen.
  static String cut(String text, int room) {
    String visible = Visible.of(text);
    if (width(visible) <= room) {
      return visible;
    }
    int used = 1;
    int end = 0;
    while (used + width(visible.codePointAt(end)) <= room) {
      used += width(visible.codePointAt(end));
      end = visible.offsetByCodePoints(end, 1);
    }
    return visible.substring(0, end) + CUT;
  }
}
