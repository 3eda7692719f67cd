package io.mosskit.benchmarks.planted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A way to write a number, as the format of a slot names it: `,2`, `%1`, `万`, `zh`, `sci2`.
///
/// @param style what stands beside the digits
/// @param thousands whether they are grouped
/// @param decimals how many decimals are shown, -1 for all there are
record Rendering(String style, boolean thousands, int decimals) {

  private static final Pattern FORMAT =
      Pattern.compile("(,?)(zh%|%|万|亿|million|billion|zh|en|abs|wide|sci|tex|)(\\d?)");

  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final String CHINESE = "零一二三四五六七八九";

  /// The rendering that a format names; the empty one shows the number as it is.
  static Rendering of(String format) {
    Matcher matcher = FORMAT.matcher(format);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no format: " + format);
    }
    int decimals = matcher.group(3).isEmpty() ? -1 : Integer.parseInt(matcher.group(3));
    return new Rendering(matcher.group(2), !matcher.group(1).isEmpty(), decimals);
  }

  /// How many powers of ten the shown number is smaller than the value.
  int scale() {
    return switch (style) {
      case "%", "zh%" -> -2;
      case "万" -> 4;
      case "million" -> 6;
      case "亿" -> 8;
      case "billion" -> 9;
      default -> 0;
    };
  }

  /// The number that is shown of a value, rounded as it is shown.
  BigDecimal shown(BigDecimal value) {
    BigDecimal scaled = value.movePointLeft(scale());
    BigDecimal sized = style.equals("abs") ? scaled.abs() : scaled;
    boolean whole = style.equals("zh%") || style.equals("zh") || style.equals("en");
    int places = whole ? 0 : decimals;
    if (style.equals("sci")) {
      return sized.round(new java.math.MathContext(Math.max(1, decimals) + 1));
    }
    return places < 0 ? plain(sized) : sized.setScale(places, RoundingMode.HALF_UP);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// The number in words or digits.
  String text(BigDecimal value) {
    BigDecimal shown = shown(value);
    return switch (style) {
      case "%" -> digits(shown) + "%";
      case "zh%" -> "百分之" + chinese(shown.longValueExact());
      case "zh" -> chinese(shown.longValueExact());
      case "en" -> english(shown.intValueExact());
      case "万", "亿" -> digits(plain(shown)) + style;
      case "million", "billion" -> digits(plain(shown)) + " " + style;
      case "wide" -> wide(digits(shown));
      case "sci" -> scientific(shown);
      default -> digits(shown);
    };
  }

  private String digits(BigDecimal shown) {
    String pattern = thousands ? "%,." + Math.max(0, shown.scale()) + "f" : "";
    return thousands ? String.format(Locale.ROOT, pattern, shown) : shown.toPlainString();
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return wide.toString();
  }

  private static String scientific(BigDecimal shown) {
    int power = shown.precision() - shown.scale() - 1;
    return shown.movePointLeft(power).stripTrailingZeros().toPlainString() + " × 10^" + power;
  }

  /// `1205` as 一千二百零五; up to 10¹².
  static String chinese(long value) {
    if (value < 0) {
      return "负" + chinese(-value);
    }
    if (value >= 100_000_000) {
      return chineseParts(value, 100_000_000, "亿", 10_000_000);
    }
    if (value >= 10_000) {
      return chineseParts(value, 10_000, "万", 1_000);
    }
    if (value >= 1_000) {
      return chineseParts(value, 1_000, "千", 100);
    }
    if (value >= 100) {
      return chineseParts(value, 100, "百", 10);
    }
    if (value >= 10) {
      String tens = value < 20 ? "" : String.valueOf(CHINESE.charAt((int) value / 10));
      String ones = value % 10 == 0 ? "" : String.valueOf(CHINESE.charAt((int) value % 10));
      return tens + "十" + ones;
    }
    return String.valueOf(CHINESE.charAt((int) value));
  }

  private static String chineseParts(long value, long unit, String name, long next) {
    long rest = value % unit;
    String zero = rest > 0 && rest < next ? "零" : "";
    String one = rest >= 10 && rest < 20 ? "一" : "";
    return chinese(value / unit) + name + zero + (rest == 0 ? "" : one + chinese(rest));
  }

  /// `342` as three hundred and forty-two; up to 999,999.
  static String english(int value) {
    if (value < 0) {
      return "minus " + english(-value);
    }
    if (value >= 1000) {
      String rest = value % 1000 == 0 ? "" : " " + english(value % 1000);
      return english(value / 1000) + " thousand" + rest;
    }
    if (value < 20) {
      return ONES.get(value);
    }
    if (value < 100) {
      String tens = TENS.get(value / 10 - 2);
      return value % 10 == 0 ? tens : tens + "-" + ONES.get(value % 10);
    }
    String hundreds = ONES.get(value / 100) + " hundred";
    return value % 100 == 0 ? hundreds : hundreds + " and " + english(value % 100);
  }
}
