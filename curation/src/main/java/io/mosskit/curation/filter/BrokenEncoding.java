package io.mosskit.curation.filter;

import io.mosskit.schema.Turn;
import org.jspecify.annotations.Nullable;

/// Finds turns that hold what a wrong decoding leaves: replacement characters, control characters,
/// halves of surrogate pairs, UTF-8 read as Latin-1 or Windows-1252 (`Ã©`, `â€™`, `ä½ å¥½`), and
/// what GBK makes of replacement characters (`锟斤拷`) where the user does not speak of it.
final class BrokenEncoding {

  private static final String REPLACED_IN_GBK = "锟斤拷";
  private static final int SHOWN = 20;

  /// What Windows-1252 shows for the bytes 80 to 9F, and a blank where it shows nothing.
  private static final String WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

  private BrokenEncoding() {}

  /// The words that show it, null where none do.
  static @Nullable String sign(Turn turn) {
    String user = turn.human();
    String reply = turn.reply();
    int at = firstBroken(user);
    if (at >= 0) {
      return around(user, at);
    }
    at = firstBroken(reply);
    if (at < 0 && user.indexOf(REPLACED_IN_GBK) < 0) {
      at = reply.indexOf(REPLACED_IN_GBK);
    }
    return at < 0 ? null : around(reply, at);
  }

  private static String around(String text, int at) {
    String end = Flagged.end(text.substring(0, at), SHOWN);
    return Flagged.end(end, SHOWN) + text.substring(at, Math.min(text.length(), at + SHOWN));
  }

  private static int firstBroken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (isNoText(c) || isMisread(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNoText(char c) {
    return c == '\uFFFD'
        || Character.isSurrogate(c)
        || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f');
  }

  /// Whether a character of two or three bytes stands here byte by byte. Of two bytes only those
  /// that begin with C2 or C3, of three one of punctuation or two in a row: others are also the end
  /// of a word before a quotation mark.
  private static boolean isMisread(String text, int i) {
    char c = text.charAt(i);
    if (c == 'Ã' || c == 'Â') {
      return i + 1 < text.length() && text.charAt(i + 1) >= 0x80 && text.charAt(i + 1) <= 0xBF;
    }
    return isThreeBytes(text, i)
        && (text.charAt(i + 1) == '€'
            || text.charAt(i + 1) == '\u0080'
            || text.startsWith("ï¼", i)
            || isThreeBytes(text, i + 3));
  }

  private static boolean isThreeBytes(String text, int i) {
    return i + 2 < text.length()
        && text.charAt(i) >= 'â'
        && text.charAt(i) <= 'ï'
        && isContinuation(text.charAt(i + 1))
        && isContinuation(text.charAt(i + 2));
  }

  private static boolean isContinuation(char c) {
    return (c >= 0x80 && c <= 0xBF) || (c > 0xBF && WINDOWS_1252.indexOf(c) >= 0);
  }
}
