package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isHan;
import static io.mosskit.curation.privacy.Characters.isLetter;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Secrets that nothing but the word before them tells: `api_key = "…"`, `"secret": "…"`, `密钥：…`.
/// Only what was drawn by a machine counts, so that no name of a variable and no stand-in does.
final class KeyedSecretDetector implements Detector {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 512;
  private static final int LONGEST_KEY = 40;
  private static final List<String> KEYS =
      List.of(
          "apikey",
          "secret",
          "secretkey",
          "secretaccesskey",
          "accesskey",
          "accesskeyid",
          "accesskeysecret",
          "appsecret",
          "appkey",
          "clientsecret",
          "token",
          "accesstoken",
          "authtoken",
          "bearertoken",
          "refreshtoken",
          "bearer",
          "basic",
          "authorization",
          "password",
          "passwd",
          "pwd",
          "accountkey",
          "signingkey",
          "encryptionkey",
          "privatekey",
          "密钥",
          "秘钥",
          "令牌",
          "密码",
          "口令",
          "凭证");

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '=' || c == '是' || c == '为') {
        keyed(text, i, i + 1, found);
      } else if (c == ' ' && isNamed(text, i)) {
        keyed(text, i, i + 1, found);
      }
    }
  }

  /// A blank after `Bearer`, `Basic`, or after `is` that stands behind a key.
  private static boolean isNamed(String text, int blank) {
    return text.startsWith("earer", blank - 5)
        || text.startsWith("Basic", blank - 5)
        || (text.startsWith("is", blank - 2) && !isWord(at(text, blank - 3)));
  }

  private static void keyed(String text, int sign, int after, Consumer<Candidate> found) {
    int start = after;
    while (start < after + 8 && "=: \"'`".indexOf(at(text, start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < start + LONGEST && isValue(at(text, end))) {
      end++;
    }
    if (end - start < SHORTEST || isValue(at(text, end)) || "(.[".indexOf(at(text, end)) >= 0) {
      return;
    }
    if (isKey(keyBefore(text, sign))) {
      String value = text.substring(start, end);
      if (Randomness.isMixed(value) && Randomness.isRestless(value)) {
        boolean standIn = Randomness.isStandIn(value);
        found.accept(new Candidate(Kind.API_KEY, start, end, value, standIn));
      }
    }
  }

  private static boolean isValue(char c) {
    return isWord(c) || c == '-' || c == '+' || c == '/' || c == '~' || c == '=';
  }

  /// The letters of the word before a sign, without what joins them: `"api_key"` as `apikey`.
  private static String keyBefore(String text, int sign) {
    StringBuilder key = new StringBuilder();
    int at = sign - 1;
    while (at >= sign - LONGEST_KEY && " \"'`*]".indexOf(at(text, at)) >= 0) {
      at--;
    }
    if (at(text, at) == 's' && at(text, at - 1) == 'i' && at(text, at - 2) == ' ') {
      at -= 3; // "my key is: …"
    }
    while (at >= sign - LONGEST_KEY && isKeyPart(at(text, at))) {
      key.append(
          at(text, at) == '_' || at(text, at) == '-' || at(text, at) == ' ' ? "" : at(text, at));
      at--;
    }
    return key.reverse().toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isKeyPart(char c) {
    return isLetter(c) || isHan(c) || c == '_' || c == '-' || c == ' ';
  }

  private static boolean isKey(String word) {
    return KEYS.stream().anyMatch(word::endsWith);
  }
}
