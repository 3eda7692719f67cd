package io.mosskit.inference.score;

import io.mosskit.inference.tokenizer.MossTokenizer;
import java.util.Arrays;

/// The texts of tokens among others.
///
/// @param ids all tokens; read only
record TokenText(MossTokenizer tokenizer, int[] ids) {

  private static final int TOKENS_BEFORE = 12;
  private static final int LONGEST_CHARACTER = 4;
  private static final char BROKEN = '\uFFFD';

  /// The text of a token. Where its bytes are no whole characters, tokens beside it join it.
  String of(int token) {
    for (int width = 1; width <= LONGEST_CHARACTER; width++) {
      for (int from = token; from > token - width; from--) {
        String text = between(from, from + width);
        if (text.indexOf(BROKEN) < 0) {
          return text;
        }
      }
    }
    return between(token, token + 1);
  }

  /// The whole characters that stand before a token.
  String before(int token) {
    String text = between(token - TOKENS_BEFORE, token);
    int from = 0;
    while (from < text.length() && text.charAt(from) == BROKEN) {
      from++;
    }
    int to = text.length();
    while (to > from && text.charAt(to - 1) == BROKEN) {
      to--;
    }
    return text.substring(from, to);
  }

  private String between(int from, int to) {
    int[] some = Arrays.copyOfRange(ids, Math.max(0, from), Math.min(ids.length, to));
    return tokenizer.decode(some);
  }
}
