package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isLetter;

import java.util.function.Consumer;

/// Private keys in PEM armour, with line breaks or their escapes, and keys whose end is cut off.
/// Source: RFC 7468.
final class PrivateKeyDetector implements Detector {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final int LONGEST_LABEL = 48;

  /// The shortest body that is a key and not a picture of one.
  private static final int LEAST_KEY = 40;

  @Override
  public void find(String text, Consumer<Candidate> found) {
    int from = text.indexOf(BEGIN);
    while (from >= 0) {
      int body = afterLabel(text, from + BEGIN.length());
      int end = body < 0 ? -1 : keyEnd(text, body);
      if (end > 0) {
        String key = text.substring(body, end).replaceAll("\\s|\\\\[nr]", "");
        found.accept(Candidate.secret(Kind.PRIVATE_KEY, from, end, key));
      }
      from = text.indexOf(BEGIN, Math.max(end, from + BEGIN.length()));
    }
  }

  /// The place after `RSA PRIVATE KEY-----`, or -1.
  private static int afterLabel(String text, int label) {
    int at = label;
    while (at < label + LONGEST_LABEL && (isLetter(at(text, at)) || at(text, at) == ' ')) {
      at++;
    }
    boolean secret = text.startsWith(DASHES, at) && text.substring(label, at).contains("PRIVATE");
    return secret ? at + DASHES.length() : -1;
  }

  private static int keyEnd(String text, int body) {
    int at = body;
    while (isBody(text, at)) {
      at++;
    }
    if (text.startsWith(END, at) && holdsKey(text, body, at)) {
      int end = afterLabel(text, at + END.length());
      return end < 0 ? at : end;
    }
    int cut = body;
    while (cut < at && (isBase64(text.charAt(cut)) || "\r\n\\".indexOf(text.charAt(cut)) >= 0)) {
      cut++;
    }
    while (cut > body && !isBase64(text.charAt(cut - 1))) {
      cut--;
    }
    return holdsKey(text, body, cut) ? cut : -1;
  }

  /// What stands between the armour: base64, white space and its escapes, quotes and `+` of string
  /// literals, and the headers of old forms.
  private static boolean isBody(String text, int index) {
    char c = at(text, index);
    return index < text.length()
        && (isBase64(c)
            || " \t\r\n\\\"':,;".indexOf(c) >= 0
            || (c == '-' && !text.startsWith(DASHES, index)));
  }

  private static boolean isBase64(char c) {
    return isLetter(c) || isDigit(c) || c == '+' || c == '/' || c == '=';
  }

  private static boolean holdsKey(String text, int from, int to) {
    int characters = 0;
    for (int i = from; i < to && characters < LEAST_KEY; i++) {
      characters += isBase64(text.charAt(i)) ? 1 : 0;
    }
    return characters == LEAST_KEY;
  }
}
