package io.mosskit.plugins.grounding;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Numbers written in words, Chinese and English.
final class NumberWords {

  /// What can stand in a Chinese number.
  static final String CHINESE = "[零〇一二两三四五六七八九十百千万亿]";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final int READ_DIGIT_BY_DIGIT = 4;

  /// What English words may count in all, and before a word such as `million`.
  private static final long MOST = 100_000_000_000_000_000L;

  private static final long MOST_OF_A_SECTION = 1_000_000;

  private static final List<String> SMALL =
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

  private static final Map<String, Long> WORDS = words();

  /// The words of English numbers, for a pattern.
  static final String ENGLISH =
      "(?:"
          + String.join("|", WORDS.keySet().stream().sorted(NumberWords::longerFirst).toList())
          + ")";

  /// Where a word begins. `\b` says so too, and looks back over all accents that stand in a row.
  static final String START = "(?<![\\w\\p{M}])";

  private NumberWords() {}

  private static int longerFirst(String one, String other) {
    int order = Integer.compare(other.length(), one.length());
    return order != 0 ? order : one.compareTo(other);
  }

  private static Map<String, Long> words() {
    Map<String, Long> words = new HashMap<>();
    for (int i = 0; i < SMALL.size(); i++) {
      words.put(SMALL.get(i), (long) i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      words.put(TENS.get(i), 20L + 10L * i);
    }
    words.put("hundred", 100L);
    words.put("thousand", 1_000L);
    words.put("million", 1_000_000L);
    words.put("billion", 1_000_000_000L);
    words.put("trillion", 1_000_000_000_000L);
    return Map.copyOf(words);
  }

  /// What a Chinese numeral says, `三百二十一` or `二〇二三`; empty where it is a word of another kind
  /// (`千万`, `万一`) or an estimate (`三四`).
  ///
  /// @param discount whether a discount is meant, as in `八五折`, which is read digit by digit
  static Optional<BigDecimal> chinese(String numeral, boolean discount) {
    if (numeral.chars().allMatch(c -> digit(c) >= 0)) {
      return byDigits(numeral, discount);
    }
    return digit(numeral.charAt(0)) < 0 && numeral.charAt(0) != '十'
        ? Optional.empty()
        : byUnits(numeral);
  }

  private static Optional<BigDecimal> byDigits(String numeral, boolean certain) {
    boolean year = numeral.length() >= READ_DIGIT_BY_DIGIT || numeral.matches(".*[零〇].*");
    if (numeral.length() > 1 && !year && !certain) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    numeral.chars().forEach(c -> digits.append(digit(c)));
    return Optional.of(new BigDecimal(digits.toString()));
  }

  private static Optional<BigDecimal> byUnits(String numeral) {
    long total = 0; // what 亿 and 万 have closed
    long section = 0; // what 千, 百 and 十 have
    long digit = 0;
    boolean given = false;
    for (int i = 0; i < numeral.length(); i++) {
      char c = numeral.charAt(i);
      long unit = unit(c);
      if (digit(c) >= 0) {
        if (given && digit != 0) {
          return Optional.empty();
        }
        digit = digit(c);
        given = true;
      } else if (unit < 10_000) {
        section += (given ? digit : 1) * unit;
        digit = 0;
        given = false;
      } else {
        total = (total + section + digit) * unit;
        section = 0;
        digit = 0;
        given = false;
      }
      if (total < 0 || total > Long.MAX_VALUE / 1_000_000_000L) {
        return Optional.empty();
      }
    }
    return Optional.of(BigDecimal.valueOf(total + section + digit));
  }

  /// The digit that a character is, or -1.
  static int digit(int c) {
    return c == '〇' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      default -> 100_000_000;
    };
  }

  /// What English words say, `three hundred and twenty-one`; empty past all that is counted in
  /// words, such as `hundred` ten times in a row.
  static Optional<BigDecimal> english(String words) {
    long total = 0;
    long section = 0;
    for (String word : words.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      long value = WORDS.getOrDefault(word, 0L);
      if (value == 100) {
        section = Math.max(1, section) * value;
      } else if (value >= 1_000) {
        total += Math.max(1, section) * value;
        section = 0;
      } else {
        section += value;
      }
      if (section > MOST_OF_A_SECTION || total > MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(BigDecimal.valueOf(total + section));
  }
}
