package io.mosskit.generator.tokens;

/// How many tokens a text is for MOSS, told by its script, without a vocabulary: on the safe side,
/// mostly a little too many.
///
/// Over 199 published English dialogues it gives 1.00 to 1.18 times the tokens of GPT-2's
/// vocabulary, which MOSS's begins with (median 1.10). MOSS's own ids are at hand for four Chinese
/// dialogues: 1.03 to 1.16 times.
public final class TokenEstimate implements TokenCount {

  public static final TokenEstimate INSTANCE = new TokenEstimate();

  /// Added to what the parts of a text come to, so that few texts have more tokens than estimated.
  private static final double MARGIN = 1.1;

  private static final double HAN = 0.62;
  private static final double CHINESE_SIGN = 0.7;
  private static final double ASCII_SIGN = 0.8;
  private static final double OTHER_SIGN = 2;

  /// Up to this length a word is mostly one token.
  private static final int WORD = 8;

  /// Beyond it every so many letters are one more.
  private static final double WORD_PIECE = 4;

  private static final double DIGITS_A_TOKEN = 2;

  private TokenEstimate() {}

  @Override
  public String name() {
    return "estimate@1";
  }

  @Override
  public int of(String text) {
    double tokens = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      Kind kind = Kind.of(codePoint);
      int end = i + Character.charCount(codePoint);
      while (kind.runs && end < text.length() && Kind.of(text.charAt(end)) == kind) {
        end++;
      }
      tokens += tokens(kind, text.substring(i, end));
      i = end;
    }
    return (int) Math.ceil(MARGIN * tokens);
  }

  private static double tokens(Kind kind, String run) {
    return switch (kind) {
      case WORD -> 1 + Math.max(0, run.length() - WORD) / WORD_PIECE;
      case DIGITS -> Math.ceil(run.length() / DIGITS_A_TOKEN);
      // A single blank belongs to the word behind it.
      case BLANKS -> run.equals(" ") ? 0 : 1;
      case HAN -> HAN;
      case CHINESE_SIGN -> CHINESE_SIGN;
      case ASCII_SIGN -> ASCII_SIGN;
      case OTHER -> OTHER_SIGN;
    };
  }

  private enum Kind {
    WORD(true),
    DIGITS(true),
    BLANKS(true),
    HAN(false),
    CHINESE_SIGN(false),
    ASCII_SIGN(false),
    OTHER(false);

    /// Whether characters of this kind are counted by runs.
    private final boolean runs;

    Kind(boolean runs) {
      this.runs = runs;
    }

    static Kind of(int c) {
      if (c < 128) {
        return ascii(c);
      }
      return switch (Character.UnicodeScript.of(c)) {
        case HAN, HIRAGANA, KATAKANA -> HAN;
        case LATIN, COMMON, INHERITED -> isChineseSign(c) ? CHINESE_SIGN : OTHER;
        default -> OTHER;
      };
    }

    private static Kind ascii(int c) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        return WORD;
      }
      if (c >= '0' && c <= '9') {
        return DIGITS;
      }
      return c <= ' ' ? BLANKS : ASCII_SIGN;
    }

    /// General, CJK and full-width punctuation.
    private static boolean isChineseSign(int c) {
      return (c >= 0x2010 && c <= 0x2026)
          || (c >= 0x3000 && c <= 0x303F)
          || (c >= 0xFF00 && c <= 0xFFEF);
    }
  }
}
