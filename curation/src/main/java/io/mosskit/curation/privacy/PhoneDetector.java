package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Phone numbers: international ones, Chinese mobiles and landlines, North American ones, and those
/// of other countries after a word that says so. Whether a number exists is asked of
/// libphonenumber; whether digits are a number at all, of what stands around them.
final class PhoneDetector implements Detector {
  private static final Cues CUES =
      Cues.of(
          "电话 电话号码 手机 手机号 手机号码 联系方式 联系 座机 固话 拨打 致电 打给 微信 微信号 短信 传真 tel"
              + " telephone phone phones mobile cell cellphone call contact fax whatsapp text dial"
              + " landline",
          "订单 订单号 单号 运单 快递 物流 流水 流水号 编号 序列号 条码 学号 工号 发票 卡号 账号 时间戳 质数 素数 答案"
              + " 因数 得数 结果 约等于 等于 人口 isbn issn order orders tracking parcel serial invoice receipt"
              + " ticket id uid reference barcode sku part answer model population prime result equals timestamp"
              + " seed version doi");

  /// The longest numbers have 15 digits (ITU-T E.164) and rarely more signs than digits.
  private static final int MOST_DIGITS = 15;

  private static final int LONGEST = 28;

  /// No number in use has fewer.
  private static final int LEAST_DIGITS = 7;

  private static final String SIGNS = " -.()/";
  private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}([-./ ]\\d{1,2}){1,2}( .*)?");
  private static final Pattern MOBILE = Pattern.compile("(86[- ]?)?1[3-9]\\d([- ]?\\d{4}){2}");
  private static final Pattern LANDLINE =
      Pattern.compile("\\(?0\\d{2,3}(\\) ?|-| )[2-9]\\d{2,3}[- ]?\\d{4}");
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(1[-. ])?(\\((1-)?[2-9]\\d{2}\\) ?|[2-9]\\d{2}-)[2-9]\\d{2}[-.]\\d{4}"
              + "|(1\\.)?[2-9]\\d{2}\\.[2-9]\\d{2}\\.\\d{4}");
  private static final Pattern DIGITS =
      Pattern.compile("\\(?\\d{2,12}+\\)?([-. /]{0,2}\\(?\\d{2,8}+\\)?){0,5}");

  private final PhoneNumbers numbers = new PhoneNumbers();

  @Override
  public void find(String text, Consumer<Candidate> found) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean begins = c == '+' || c == '(' || isDigit(c);
      Candidate number = begins ? numberAt(text, i) : null;
      if (number != null) {
        found.accept(number);
        i = number.end();
      } else {
        i = isDigit(c) ? digitsEnd(text, i, Integer.MAX_VALUE) : i + 1;
      }
    }
  }

  private @Nullable Candidate numberAt(String text, int start) {
    char c = text.charAt(start);
    char before = at(text, start - 1);
    boolean fraction = before == '.' && isDigit(at(text, start - 2));
    if (isWord(before) || fraction || (c == '+' && before == ')')) {
      return null;
    }
    if (c == '+') {
      return isDigit(at(text, start + 1)) ? international(text, start, start) : null;
    }
    if (text.startsWith("00", start) && at(text, start + 2) != '0') {
      Candidate abroad = international(text, start, start + 1);
      if (abroad != null) {
        return abroad;
      }
    }
    return national(text, start);
  }

  /// `+86 138 …`: groups are taken away from the end until a number is left.
  private @Nullable Candidate international(String text, int start, int beforeCode) {
    int end = furthest(text, beforeCode + 1, 1);
    while (end > beforeCode + 7) {
      String digits = PhoneNumbers.digits(text, beforeCode + 1, end);
      if (digits.length() <= MOST_DIGITS && !isWord(at(text, end))) {
        Candidate number = numbers.candidate(start, end, "+" + digits, "ZZ");
        if (number != null) {
          return number;
        }
      }
      end = shorter(text, beforeCode + 1, end);
    }
    return null;
  }

  /// A number as it is written inside a country; the country is that of its shape. What the words
  /// before say is asked once, and shapes only of digits that may have one: a text of nothing but
  /// short groups has a number's beginning at every place.
  private @Nullable Candidate national(String text, int start) {
    if (Grouped.continues(text, start)) {
      return null;
    }
    int end = furthest(text, start, 2);
    if (end <= start + LEAST_DIGITS - 1) {
      return null;
    }
    Cues.Verdict cue = CUES.before(text, start);
    if (cue == Cues.Verdict.CONTRA) {
      return null;
    }
    boolean said = cue == Cues.Verdict.PRO && CUES.isAdjacent(text, start);
    while (end > start + LEAST_DIGITS - 1) {
      Candidate number =
          said || maySpeakForItself(text, start, end)
              ? national(text, start, end, said, cue)
              : null;
      if (number != null) {
        return number;
      }
      end = shorter(text, start, end);
    }
    return null;
  }

  /// Whether it has as many digits as the shapes that speak for themselves.
  private static boolean maySpeakForItself(String text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= 10 && digits <= 13;
  }

  private @Nullable Candidate national(
      String text, int start, int end, boolean said, Cues.Verdict cue) {
    if (!isDigit(text.charAt(end - 1))
        || !Surroundings.standsAlone(text, start, end)
        || goesOn(text, end)) {
      return null;
    }
    Shape shape = Shape.of(text.substring(start, end));
    boolean plausible =
        shape != Shape.NONE
            && (said
                || (shape.speaksForItself
                    && (cue == Cues.Verdict.PRO || !Surroundings.isArithmetic(text, start, end))));
    if (!plausible) {
      return null;
    }
    String digits = PhoneNumbers.digits(text, start, end);
    for (String region : shape.regions.split(" ", -1)) {
      Candidate number = numbers.candidate(start, end, digits, region);
      if (number != null) {
        return number;
      }
    }
    return null;
  }

  /// Whether a series of groups goes on: another sign and another digit.
  private static boolean goesOn(String text, int end) {
    return (at(text, end) == '-' || at(text, end) == ' ') && isDigit(at(text, end + 1));
  }

  /// Where the groups of digits end that a number may have.
  ///
  /// @param least digits in each group but the first
  private static int furthest(String text, int start, int least) {
    int end = start;
    int at = start;
    while (at < start + LONGEST) {
      int groupEnd = digitsEnd(text, at, MOST_DIGITS);
      boolean first = end == start;
      if (groupEnd == at) {
        if (SIGNS.indexOf(at(text, at)) < 0 || at > end + 1) {
          break;
        }
        at++;
      } else if (isDigit(at(text, groupEnd)) || (!first && groupEnd - at < least)) {
        break;
      } else {
        end = groupEnd;
        at = groupEnd;
      }
    }
    return end;
  }

  /// The end of the group before the last one.
  private static int shorter(String text, int start, int end) {
    int at = end;
    while (at > start && isDigit(text.charAt(at - 1))) {
      at--;
    }
    while (at > start && !isDigit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// How a number is written.
  private enum Shape {
    MOBILE_ZH(true, "CN"),
    LANDLINE_ZH(true, "CN"),
    NORTH_AMERICA(true, "US"),
    /// Digits that nothing but a word before them tells.
    ANY(false, "CN US GB HK TW SG AU IN DE FR JP"),
    NONE(false, "");

    private final boolean speaksForItself;
    private final String regions;

    /// @param regions whose plans may have it, by ISO 3166 codes with blanks between
    Shape(boolean speaksForItself, String regions) {
      this.speaksForItself = speaksForItself;
      this.regions = regions;
    }

    /// The shape of a text of little more than [#LONGEST] characters, so that the expressions end
    /// at once.
    static Shape of(String text) {
      if (DATE.matcher(text).matches()) {
        return NONE;
      }
      if (MOBILE.matcher(text).matches()) {
        return MOBILE_ZH;
      }
      if (LANDLINE.matcher(text).matches()) {
        return LANDLINE_ZH;
      }
      if (AMERICAN.matcher(text).matches()) {
        return NORTH_AMERICA;
      }
      return DIGITS.matcher(text).matches() ? ANY : NONE;
    }
  }
}
