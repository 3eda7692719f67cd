package io.mosskit.curation.report;

/// Text in which every character can be seen. Records hold control characters, halves of surrogate
/// pairs and marks that turn the direction of what follows; a reader of a report wants to see that
/// they are there, and what stands around them unharmed.
public final class Visible {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Visible() {}

  /// The text with `↵` for each line feed, `⇥` for each tab, and the code point (`‹U+202E›`) for
  /// every other character without a shape of its own. Few fonts have the pictures of the other
  /// controls.
  public static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(codePoint, visible));
    return visible.toString();
  }

  private static void append(int codePoint, StringBuilder out) {
    if (codePoint == '\n') {
      out.append('↵');
    } else if (codePoint == '\t') {
      out.append('⇥');
    } else if (hasNoShape(codePoint)) {
      out.append("‹U+%04X›".formatted(codePoint));
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private static boolean hasNoShape(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> !shapesItsNeighbours(codePoint);
      default -> isNoncharacter(codePoint);
    };
  }

  /// The joiners and tags of emoji sequences and of scripts whose letters join.
  private static boolean shapesItsNeighbours(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER
        || codePoint == ZERO_WIDTH_NON_JOINER
        || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
  }

  private static boolean isNoncharacter(int codePoint) {
    return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }
}
