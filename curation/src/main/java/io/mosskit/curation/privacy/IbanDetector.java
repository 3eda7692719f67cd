package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// International bank account numbers: country, its length, and remainder 1 by 97; in one piece or
/// with blanks between groups. Source: ISO 13616; the lengths are those of the SWIFT registry.
final class IbanDetector implements Detector {
  private static final Map<String, Integer> LENGTHS = lengths();
  private static final Set<String> EXAMPLES =
      Set.of(
          "GB82WEST12345698765432",
          "DE89370400440532013000",
          "GB29NWBK60161331926819",
          "FR1420041010050500013M02606",
          "CH9300762011623852957",
          "NL91ABNA0417164300");

  private static Map<String, Integer> lengths() {
    String table =
        "NO15 BE16 DK18 FI18 FO18 GL18 NL18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 CH21 HR21"
            + " LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 AE23 GI23 IL23 IQ23 TL23"
            + " AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26"
            + " FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28"
            + " SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 MT31 SC31 LC32 RU33";
    Map<String, Integer> lengths = new HashMap<>();
    for (String entry : table.split(" ", -1)) {
      lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return Map.copyOf(lengths);
  }

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 0; i + 15 <= text.length(); i++) {
      if (isUpper(text.charAt(i))
          && isUpper(text.charAt(i + 1))
          && isDigit(text.charAt(i + 2))
          && isDigit(text.charAt(i + 3))
          && !isWord(at(text, i - 1))) {
        number(text, i, found);
      }
    }
  }

  private static void number(String text, int start, Consumer<Candidate> found) {
    Integer length = LENGTHS.get(text.substring(start, start + 2));
    if (length == null) {
      return;
    }
    StringBuilder number = new StringBuilder();
    int at = start;
    while (number.length() < length) {
      char c = at(text, at);
      boolean gap = c == ' ' && number.length() % 4 == 0 && at(text, at - 1) != ' ';
      if (isUpper(c) || isDigit(c)) {
        number.append(c);
      } else if (!gap) {
        return;
      }
      at++;
    }
    if (!isWord(at(text, at)) && remainder(number) == 1) {
      boolean example = EXAMPLES.contains(number.toString());
      found.accept(new Candidate(Kind.IBAN, start, at, number.toString(), example));
    }
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /// The remainder by 97 of the number with its first four characters at the end and 10 for A.
  private static int remainder(CharSequence number) {
    int remainder = 0;
    for (int i = 0; i < number.length(); i++) {
      int value = Character.digit(number.charAt((i + 4) % number.length()), 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
  }
}
