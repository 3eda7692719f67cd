package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Drawn.DrawnTurn;
import io.mosskit.benchmarks.planted.Drawn.Piece;
import io.mosskit.benchmarks.planted.Drawn.Piece.Stated;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Changes a number of a reply: a digit, two digits that swap places, the decimal point, the sign,
/// or the last place by one.
final class WrongNumber {

  private static final int TRIES = 20;
  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");

  private WrongNumber() {}

  static Optional<Planted> plant(Drawn dialogue, int index, RandomGenerator random) {
    DrawnTurn turn = dialogue.turns().get(index);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < turn.reply().size(); i++) {
      if (turn.reply().get(i) instanceof Stated) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int place = Mistake.one(places, random);
    Stated right = (Stated) turn.reply().get(place);
    for (int i = 0; i < TRIES; i++) {
      BigDecimal wrong = changed(right, random);
      List<Piece> pieces = new ArrayList<>(turn.reply());
      pieces.set(place, new Piece.Words(shown(right, wrong)));
      DrawnTurn changed = turn.withReply(pieces);
      boolean bothSigns = changed.replyText().contains("±-");
      if (isWrong(right, wrong) && !bothSigns && !isKnown(dialogue, index, told(changed, place))) {
        String what = right.text() + " told as " + shown(right, wrong);
        return Optional.of(Mistake.planted(dialogue, index, changed, what));
      }
    }
    return Optional.empty();
  }

  /// The whole number in a reply of which a piece may be but a part, as in `{b}000`.
  private static String told(DrawnTurn turn, int place) {
    int at = 0;
    for (Piece piece : turn.reply().subList(0, place)) {
      at += piece.text().length();
    }
    String text = turn.reply().get(place).text();
    Matcher number = NUMBER.matcher(turn.replyText());
    while (number.find()) {
      if (number.end() > at) {
        return number.start() < at + text.length() ? number.group() : text;
      }
    }
    return text;
  }

  private static String shown(Stated right, BigDecimal wrong) {
    return right.rendering().text(wrong.movePointRight(right.rendering().scale()));
  }

  /// Another number in the place of the shown one.
  private static BigDecimal changed(Stated right, RandomGenerator random) {
    BigDecimal shown = right.rendering().shown(right.value());
    String digits = shown.abs().unscaledValue().toString();
    int at = random.nextInt(digits.length());
    BigDecimal changed =
        switch (random.nextInt(5)) {
          case 0 -> withDigit(shown, digits, at, random.nextInt(10));
          case 1 -> swapped(shown, digits, at);
          case 2 -> shown.movePointRight(random.nextBoolean() ? 1 : -1);
          case 3 -> shown.negate();
          default -> shown.add(shown.ulp());
        };
    return shown.signum() < 0 && changed.signum() > 0 && random.nextBoolean()
        ? changed.negate()
        : changed;
  }

  private static BigDecimal withDigit(BigDecimal shown, String digits, int at, int digit) {
    String changed = digits.substring(0, at) + digit + digits.substring(at + 1);
    return new BigDecimal(new BigInteger(changed), shown.scale());
  }

  private static BigDecimal swapped(BigDecimal shown, String digits, int at) {
    if (at == 0) {
      return shown;
    }
    char before = digits.charAt(at - 1);
    String changed =
        digits.substring(0, at - 1) + digits.charAt(at) + before + digits.substring(at + 1);
    return new BigDecimal(new BigInteger(changed), shown.scale());
  }

  /// Whether nobody who knows the value could mean it: it is off by more than its own last digit,
  /// or both are whole, and it is not the value rounded further.
  private static boolean isWrong(Stated right, BigDecimal wrong) {
    Rendering rendering = right.rendering();
    boolean sized = rendering.style().equals("abs") || rendering.style().equals("en");
    if ((sized && wrong.signum() < 0) || shown(right, wrong).equals(right.text())) {
      return false;
    }
    BigDecimal scaled = right.value().movePointLeft(rendering.scale());
    BigDecimal exact = sized ? scaled.abs() : scaled;
    BigDecimal told = rendering.shown(wrong.movePointRight(rendering.scale()));
    BigDecimal apart = told.subtract(exact).abs();
    boolean whole =
        told.stripTrailingZeros().scale() <= 0 && exact.stripTrailingZeros().scale() <= 0;
    int digits = told.stripTrailingZeros().precision();
    boolean rounded = exact.round(new MathContext(digits)).compareTo(told) == 0;
    return !rounded && (whole ? apart.signum() > 0 : apart.compareTo(told.ulp()) > 0);
  }

  /// Whether the user or a result of the dialogue happens to have it.
  private static boolean isKnown(Drawn dialogue, int index, String text) {
    Pattern token =
        Pattern.compile("(?<![\\d.])" + Pattern.quote(text.replace(",", "")) + "(?![\\d]|\\.\\d)");
    return dialogue.turns().subList(0, index + 1).stream()
        .anyMatch(turn ->
            token.matcher(turn.user().replace(",", "")).find()
                || turn.blocks().stream()
                    .anyMatch(block -> token.matcher(block.toString()).find()));
  }
}
