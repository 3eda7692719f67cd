package io.mosskit.plugins.grounding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the numbers that a text states.
final class Quantities {

  private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";

  private static final String ENGLISH =
      NumberWords.ENGLISH + "\\b(?:(?:[ -]|\\s+and\\s+)" + NumberWords.ENGLISH + "\\b)*+";

  /// A sign counts where nothing stands before it that it could join to what follows.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<percentage>百分之)?(?:"
              + "(?<sign>(?<![\\p{Alnum})\\]）²³])[-−])?(?<digits>(?<![\\p{Alpha}_\\d])(?<!\\d[.,])"
              + DIGITS
              + ")(?<exponent>[eE][-+]?\\d+(?![\\p{Alnum}.]))?"
              + "(?<power>\\s?[×x*]\\s?10(?:\\^|\\*\\*)\\(?(?<ten>-?\\d+)\\)?)?"
              + "|(?<minus>负)?(?<chinese>"
              + NumberWords.CHINESE
              + "+)(?<point>点[零〇一二三四五六七八九]+)?"
              + "|(?i:"
              + NumberWords.START
              + "(?<english>"
              + ENGLISH
              + ")))");

  private static final Pattern MULTIPLIER =
      Pattern.compile(
          "\\s?(万亿|千亿|百亿|十亿|千万|百万|十万|[亿万千百]|(?i:thousand|million|billion|trillion)\\b)");

  private static final Map<String, BigDecimal> MULTIPLIERS =
      Map.ofEntries(
          Map.entry("百", BigDecimal.TEN.pow(2)),
          Map.entry("千", BigDecimal.TEN.pow(3)),
          Map.entry("thousand", BigDecimal.TEN.pow(3)),
          Map.entry("万", BigDecimal.TEN.pow(4)),
          Map.entry("十万", BigDecimal.TEN.pow(5)),
          Map.entry("百万", BigDecimal.TEN.pow(6)),
          Map.entry("million", BigDecimal.TEN.pow(6)),
          Map.entry("千万", BigDecimal.TEN.pow(7)),
          Map.entry("亿", BigDecimal.TEN.pow(8)),
          Map.entry("十亿", BigDecimal.TEN.pow(9)),
          Map.entry("billion", BigDecimal.TEN.pow(9)),
          Map.entry("百亿", BigDecimal.TEN.pow(10)),
          Map.entry("千亿", BigDecimal.TEN.pow(11)),
          Map.entry("万亿", BigDecimal.TEN.pow(12)),
          Map.entry("trillion", BigDecimal.TEN.pow(12)));

  private static final Pattern PERCENT = Pattern.compile("\\s?(?:%|(?i:per\\s?cent)\\b|个百分点)");
  private static final Pattern DENOMINATOR = Pattern.compile("/(" + DIGITS + ")(?![\\d/.-])");
  private static final Pattern ABOUT_BEFORE =
      Pattern.compile(
          "(?:约|大约|大概|近|将近|接近|超过|逾|多于|≈|~|(?i:about|around|roughly|nearly|approximately|almost|over|some"
              + "|more than))\\s?[^\\d]{0,2}$");
  private static final Pattern ABOUT_AFTER = Pattern.compile("^[^\\d，。,.]{0,3}?(?:左右|多|余|上下|以上)");

  /// Longer exponents name numbers that nobody states in earnest.
  private static final int LONGEST_EXPONENT = 4;

  private static final BigDecimal WIDEST_STEP = new BigDecimal("0.4");
  private static final int WORDS_BEFORE = 16;
  private static final int WORDS_AFTER = 6;

  /// With which the words of English numbers begin.
  private static final String FIRST_LETTERS = "zotfsenhmb";

  /// Where the full-width forms begin.
  private static final int FULL_WIDTH = 0xFF00;

  private final String text;
  private final List<Quantity> found = new ArrayList<>();

  private Quantities(String text) {
    this.text = text;
  }

  /// Every number in a text, small words such as `one` and `一` included, in their order.
  static List<Quantity> in(String text) {
    return in(text, false);
  }

  /// @param everyPlace whether to try where no number can begin, too; slow, for comparison
  static List<Quantity> in(String text, boolean everyPlace) {
    Quantities quantities = new Quantities(plainDigits(text));
    quantities.scan(everyPlace);
    return quantities.found;
  }

  /// The same text with full-width digits and signs in their plain forms, character by character.
  private static String plainDigits(String text) {
    if (text.chars().allMatch(c -> c < FULL_WIDTH)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fullWidth = (c >= '０' && c <= '９') || "．，％－＋／＊＾".indexOf(c) >= 0;
      boolean comma = c == '，' && !betweenDigits(text, i);
      plain.append(fullWidth && !comma ? (char) (c - 0xFEE0) : c);
    }
    return plain.toString();
  }

  /// Whether a full-width comma divides thousands, and not clauses.
  private static boolean betweenDigits(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && text.charAt(at - 1) >= '０'
        && text.charAt(at - 1) <= '９'
        && text.charAt(at + 1) >= '０'
        && text.charAt(at + 1) <= '９';
  }

  private void scan(boolean everyPlace) {
    Matcher number = NUMBER.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    for (int at = 0; at < text.length(); ) {
      boolean found = (everyPlace || mayBegin(at)) && number.region(at, text.length()).lookingAt();
      at = found ? take(number) : at + 1;
    }
  }

  /// Whether a number may begin here; most places are passed over without a look at the pattern.
  private boolean mayBegin(int at) {
    char c = text.charAt(at);
    if (c < 128) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return letter
          ? FIRST_LETTERS.indexOf(c | 0x20) >= 0 && !isLetter(at - 1)
          : (c >= '0' && c <= '9') || c == '-';
    }
    return c == '−' || c == '负' || NumberWords.CHINESE.indexOf(c) >= 0;
  }

  private boolean isLetter(int at) {
    return at >= 0 && text.charAt(at) < 128 && Character.isLetter(text.charAt(at));
  }

  /// Takes one number with all that belongs to it; returns where the search goes on.
  private int take(Matcher number) {
    Optional<BigDecimal> plain = value(number);
    if (plain.isEmpty()) {
      return number.end();
    }
    int end = number.end();
    BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, plain.get().scale()));
    BigDecimal value = plain.get();
    if (number.group("digits") != null) {
      Matcher denominator = DENOMINATOR.matcher(text).region(end, text.length());
      if (denominator.lookingAt() && addFraction(number, value, denominator)) {
        return denominator.end();
      }
      int power = power(number);
      value = value.scaleByPowerOfTen(power);
      step = step.scaleByPowerOfTen(power);
    }
    Matcher multiplier = MULTIPLIER.matcher(text).region(end, text.length());
    String unit = "";
    if (number.group("english") == null && multiplier.lookingAt()) {
      unit = multiplier.group(1);
      BigDecimal factor = multiplier(unit);
      value = value.multiply(factor);
      step = step.multiply(factor);
      end = multiplier.end();
    }
    Matcher percent = PERCENT.matcher(text).region(end, text.length());
    boolean isPercent = number.group("percentage") != null || percent.lookingAt();
    BigDecimal rounded = roundedStep(value);
    step = rounded.compareTo(step) > 0 && isAbout(number.start(), end) ? rounded : step;
    String words = text.substring(number.start(), end);
    found.add(new Quantity(words, number.start(), value, step, isPercent, unit, List.of()));
    return Math.max(end, number.start() + 1);
  }

  private Optional<BigDecimal> value(Matcher number) {
    String digits = number.group("digits");
    if (digits != null) {
      BigDecimal value = new BigDecimal(digits.replace(",", ""));
      return Optional.of(number.group("sign") == null ? value : value.negate());
    }
    String english = number.group("english");
    if (english != null) {
      return NumberWords.english(english);
    }
    String point = number.group("point");
    boolean discount = text.startsWith("折", number.end());
    Optional<BigDecimal> whole = NumberWords.chinese(number.group("chinese"), discount);
    if (whole.isPresent() && number.group("minus") != null) {
      whole = Optional.of(whole.get().negate());
    }
    if (point == null || whole.isEmpty()) {
      return whole;
    }
    StringBuilder decimals = new StringBuilder("0.");
    point.substring(1).chars().forEach(c -> decimals.append(NumberWords.digit(c)));
    return Optional.of(whole.get().add(new BigDecimal(decimals.toString())));
  }

  /// The power of ten in `1.5e3` or `1.5 × 10^3`.
  private static int power(Matcher number) {
    String exponent = number.group("exponent");
    String ten = number.group("ten");
    if (exponent == null && ten == null) {
      return 0;
    }
    String power = exponent != null ? exponent.substring(1) : Objects.requireNonNull(ten);
    boolean signed = power.startsWith("-") || power.startsWith("+");
    String digits = signed ? power.substring(1) : power;
    return digits.length() > LONGEST_EXPONENT ? 0 : Integer.parseInt(power);
  }

  private boolean addFraction(Matcher number, BigDecimal numerator, Matcher denominator) {
    BigDecimal below = new BigDecimal(denominator.group(1).replace(",", ""));
    if (below.signum() == 0 || number.group("exponent") != null || number.group("power") != null) {
      return false;
    }
    found.add(
        new Quantity(
            text.substring(number.start(), denominator.end()),
            number.start(),
            numerator.divide(below, MathContext.DECIMAL64),
            BigDecimal.ZERO,
            false,
            "",
            List.of(numerator, below)));
    return true;
  }

  /// What a word for a size multiplies by; 1 for any other.
  static BigDecimal multiplier(String words) {
    return MULTIPLIERS.getOrDefault(words.toLowerCase(Locale.ROOT), BigDecimal.ONE);
  }

  /// Whether the words around a number say that it is rounded.
  private boolean isAbout(int from, int to) {
    String before = text.substring(Math.max(0, from - WORDS_BEFORE), from);
    String after = text.substring(to, Math.min(text.length(), to + WORDS_AFTER));
    return ABOUT_BEFORE.matcher(before).find() || ABOUT_AFTER.matcher(after).find();
  }

  /// What the last digit counts that is not one of the zeros at the end: 1000 for 12,000. Who says
  /// `about 10` does not mean 5, so it is at most two fifths of the number.
  private static BigDecimal roundedStep(BigDecimal value) {
    if (value.scale() > 0) {
      return BigDecimal.ZERO; // decimals are meant, zeros among them
    }
    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale());
    return step.min(value.abs().multiply(WIDEST_STEP));
  }
}
