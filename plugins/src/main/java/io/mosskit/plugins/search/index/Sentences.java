package io.mosskit.plugins.search.index;

import io.mosskit.plugins.search.Snippets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into pieces that are not cut further: sentences, and of a sentence that is too long
/// its clauses, or as much as there is room for.
final class Sentences {

  /// After a full stop of either language with what closes behind it, or at a line's end. A full
  /// stop behind an initial, a title or `No.` ends nothing.
  private static final Pattern END =
      Pattern.compile(
          "[。！？…]++[”’」』）)\"']*|(?<![!?])[!?]++[\"')”’]*+(?=\\s)"
              + "|(?<!\\b\\p{Lu}|\\b(?:Mr|Dr|St|Mt|No|vs|ca|Mrs|Jr|Sr))\\.[\"')”’]*+(?=\\s)|\\n");

  private static final String CLAUSE_ENDS = "，,；;：:、 \t";

  /// @param from its first character
  /// @param to after its last
  /// @param length what it takes in a snippet
  record Piece(int from, int to, int length) {}

  private final String text;
  private final int most;
  private final List<Piece> pieces = new ArrayList<>();

  private Sentences(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /// The pieces of a text in their order; blanks between them belong to none.
  ///
  /// @param most how long a piece may be in a snippet
  static List<Piece> of(String text, int most) {
    Sentences sentences = new Sentences(text, most);
    int from = 0;
    for (Matcher end = END.matcher(text); end.find(); from = end.end()) {
      sentences.add(from, end.end());
    }
    sentences.add(from, text.length());
    return sentences.pieces;
  }

  private void add(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    while (to - from > most) {
      int cut = clauseEnd(from, from + most);
      pieces.add(piece(from, cut));
      from = cut;
    }
    if (from < to) {
      pieces.add(piece(from, to));
    }
  }

  private Piece piece(int from, int to) {
    return new Piece(from, to, Snippets.length(text.substring(from, to)));
  }

  /// Behind the last clause that ends in this stretch, or its end where that would cut off less
  /// than half.
  private int clauseEnd(int from, int limit) {
    for (int i = limit; i > from + most / 2; i--) {
      if (CLAUSE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
  }
}
