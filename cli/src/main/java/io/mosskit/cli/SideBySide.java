package io.mosskit.cli;

import io.mosskit.curation.explain.SharedText.Piece;
import io.mosskit.curation.report.Visible;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Texts in columns, broken into lines between words where that is possible. A Chinese character is
/// two columns wide, a combining mark none.
///
/// @param width of all columns together
/// @param colours whether what is shared is coloured, and not put into brackets
record SideBySide(int width, boolean colours) {
  private static final String GREEN = "\u001b[32m";
  private static final String PLAIN = "\u001b[0m";
  private static final String BETWEEN = " | ";

  /// One text.
  List<String> lines(String heading, List<Piece> pieces) {
    List<String> lines = new ArrayList<>();
    for (String line : column(heading, pieces, width)) {
      lines.add(line.stripTrailing());
    }
    return lines;
  }

  /// Two texts beside each other.
  List<String> lines(String leftHeading, List<Piece> left, String rightHeading, List<Piece> right) {
    int each = (width - BETWEEN.length()) / 2;
    List<String> leftLines = column(leftHeading, left, each);
    List<String> rightLines = column(rightHeading, right, each);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(leftLines.size(), rightLines.size()); i++) {
      String leftLine = i < leftLines.size() ? leftLines.get(i) : " ".repeat(each);
      String rightLine = i < rightLines.size() ? rightLines.get(i) : "";
      lines.add((leftLine + BETWEEN + rightLine).stripTrailing());
    }
    return lines;
  }

  private List<String> column(String heading, List<Piece> pieces, int columns) {
    List<String> lines = new ArrayList<>();
    lines.addAll(new Column(List.of(new Piece(heading, false)), false).lines(columns, colours));
    lines.add("-".repeat(columns));
    lines.addAll(new Column(pieces, !colours).lines(columns, colours));
    return lines;
  }

  /// The characters of a text, of which some are shared.
  private static final class Column {
    private final int[] characters;
    private final BitSet shared = new BitSet();

    Column(List<Piece> pieces, boolean brackets) {
      StringBuilder text = new StringBuilder();
      int count = 0;
      for (Piece piece : pieces) {
        boolean bracketed = brackets && piece.shared();
        String visible = visible(piece.text());
        String whole = bracketed ? "[" + visible + "]" : visible;
        int end = count + whole.codePointCount(0, whole.length());
        shared.set(count, end, piece.shared());
        text.append(whole);
        count = end;
      }
      characters = text.codePoints().toArray();
    }

    /// Line breaks stay.
    private static String visible(String text) {
      StringBuilder visible = new StringBuilder();
      int from = 0;
      for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        visible.append(Visible.of(text.substring(from, end))).append('\n');
        from = end + 1;
      }
      return visible.append(Visible.of(text.substring(from))).toString();
    }

    List<String> lines(int columns, boolean colours) {
      List<String> lines = new ArrayList<>();
      for (int from = 0; from < characters.length; ) {
        int end = lineEnd(from, columns);
        lines.add(line(from, end, columns, colours));
        from = end;
        while (from < characters.length && from == end && isBreak(characters[from])) {
          from++; // the blank or break at which the line ended
        }
      }
      return lines;
    }

    /// Before the line break, or the last blank that fits, or the first character that does not.
    private int lineEnd(int from, int columns) {
      int used = 0;
      int blank = -1;
      for (int i = from; i < characters.length; i++) {
        if (characters[i] == '\n') {
          return i;
        }
        used += width(characters[i]);
        if (used > columns) {
          return characters[i] == ' ' ? i : blank > from ? blank : Math.max(i, from + 1);
        }
        if (characters[i] == ' ') {
          blank = i;
        } else if (i > from && width(characters[i]) == 2) {
          blank = i; // a line may end before any Chinese character
        }
      }
      return characters.length;
    }

    private static boolean isBreak(int character) {
      return character == '\n' || character == ' ';
    }

    private String line(int from, int end, int columns, boolean colours) {
      StringBuilder line = new StringBuilder();
      int used = 0;
      boolean green = false;
      for (int i = from; i < end; i++) {
        if (colours && shared.get(i) != green) {
          green = shared.get(i);
          line.append(green ? GREEN : PLAIN);
        }
        line.appendCodePoint(characters[i]);
        used += width(characters[i]);
      }
      if (green) {
        line.append(PLAIN);
      }
      return line.append(" ".repeat(Math.max(0, columns - used))).toString();
    }

    private static int width(int character) {
      return switch (Character.getType(character)) {
        case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
        default -> Table.width(Character.toString(character));
      };
    }
  }
}
