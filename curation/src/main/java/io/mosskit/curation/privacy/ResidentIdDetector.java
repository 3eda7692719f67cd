package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Chinese resident identity numbers: 18 digits with province, date of birth and check digit, in
/// one piece or as 6-8-4; those of 15 digits, which have no check digit, after a word that says so.
/// Source: GB 11643-1999.
final class ResidentIdDetector implements Detector {
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);
  private static final Cues CUES =
      Cues.of("身份证 身份证号 身份证号码 证件号 证件号码 identity id identification citizen", "订单 单号 order");

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 0; i < text.length(); ) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = digitsEnd(text, i, Integer.MAX_VALUE);
      if (!isWord(at(text, i - 1)) && end - i <= LENGTH) {
        number(text, i, end, found);
      }
      i = end;
    }
  }

  private static void number(String text, int start, int end, Consumer<Candidate> found) {
    int last = end - start == LENGTH - 1 && isX(at(text, end)) ? end + 1 : end;
    String whole = text.substring(start, last);
    if (!isWord(at(text, last)) && isNumber(whole)) {
      found.accept(secret(start, last, whole));
    } else if (end - start == OLD_LENGTH && isOldNumber(whole) && !isWord(at(text, last))) {
      if (CUES.before(text, start) == Cues.Verdict.PRO) {
        found.accept(secret(start, last, whole));
      }
    } else if (end - start == 6) {
      inGroups(text, start, found);
    }
  }

  private static void inGroups(String text, int start, Consumer<Candidate> found) {
    Grouped groups = Grouped.from(text, start, at(text, start + 6));
    int end = groups.end();
    String digits = groups.digits();
    if (isX(at(text, end)) && digits.length() == LENGTH - 1) {
      digits += "X";
      end++;
    }
    boolean shape =
        groups.sizes().equals(List.of(6, 8, 4)) || groups.sizes().equals(List.of(6, 8, 3));
    if (shape && isNumber(digits) && !isWord(at(text, end))) {
      found.accept(secret(start, end, digits));
    }
  }

  private static Candidate secret(int start, int end, String number) {
    return Candidate.secret(Kind.RESIDENT_ID, start, end, number.toUpperCase(Locale.ROOT));
  }

  private static boolean isX(char c) {
    return c == 'X' || c == 'x';
  }

  /// Whether the check digit, the date and the province are those of a number.
  static boolean isNumber(String number) {
    if (number.length() != LENGTH
        || !PROVINCES.contains(Integer.parseInt(number.substring(0, 2)))
        || !isDate(Integer.parseInt(number.substring(6, 10)), number.substring(10, 14))) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(number.charAt(LENGTH - 1));
  }

  private static boolean isOldNumber(String number) {
    return number.length() == OLD_LENGTH
        && PROVINCES.contains(Integer.parseInt(number.substring(0, 2)))
        && isDate(1900 + Integer.parseInt(number.substring(6, 8)), number.substring(8, 12));
  }

  /// @param monthAndDay `0307`
  private static boolean isDate(int year, String monthAndDay) {
    int month = Integer.parseInt(monthAndDay.substring(0, 2));
    int day = Integer.parseInt(monthAndDay.substring(2));
    return year >= 1900
        && year < 2100
        && month >= 1
        && month <= 12
        && YearMonth.of(year, month).isValidDay(day);
  }
}
