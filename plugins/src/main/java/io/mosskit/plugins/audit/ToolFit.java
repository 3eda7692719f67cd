package io.mosskit.plugins.audit;

import io.mosskit.schema.trace.PluginCall;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a call asks the tool that fits its argument. Only what is certain is said.
final class ToolFit {

  private static final String CALCULATE = "Calculate";
  private static final String SOLVE = "Solve";
  private static final String SEARCH = "Search";

  /// Of longer arguments nothing is certain.
  private static final int LONGEST = 400;

  /// Letters that stand for themselves; names of functions and constants are longer, `e` aside.
  private static final Pattern UNKNOWN =
      Pattern.compile("(?<![A-Za-z_])[A-Za-df-z](?:_?\\d+)?(?![A-Za-z_(])");

  private static final Pattern EQUALS = Pattern.compile("(?<![<>=!:])=(?!=)");

  /// Digits, operators and parentheses, and a product or a sum among them: `9/11` may be a day.
  private static final Pattern ARITHMETIC =
      Pattern.compile("(?=.*\\d\\s*[*×+^]\\s*[(\\d])[\\d\\s.+*/^()×÷-]+=?\\s*");

  private static final Pattern NO_LETTERS = Pattern.compile("[\\d\\s.+*/^()×÷-]+");

  /// Words of a natural language, and nothing to reckon with.
  private static final Pattern WORDS =
      Pattern.compile("[^\\d=+*/^]*(?:\\p{IsHan}{2}|[A-Za-z]{3,}[\\s,]+[A-Za-z]{3,})[^\\d=+*/^]*");

  /// An equation in which all letters are one unknown.
  private static final Pattern ONE_UNKNOWN =
      Pattern.compile(
          "(?=[^=]*=[^=]*$)(?=.*\\d)[^A-Za-z]*([A-Za-z])(?:[^A-Za-z]|\\1(?![A-Za-z]))*");

  private ToolFit() {}

  /// Whether the call's argument is made of numbers that it reckons with.
  static boolean reckons(PluginCall call) {
    return call.name().equals(CALCULATE) || call.name().equals(SOLVE);
  }

  /// Why another tool should have been asked; empty where none should.
  static Optional<String> misfit(PluginCall call) {
    String argument = call.argument();
    if (argument.length() > LONGEST) {
      return Optional.empty();
    }
    boolean unknown = UNKNOWN.matcher(argument).find();
    boolean equation = EQUALS.matcher(argument).find();
    boolean arithmetic = ARITHMETIC.matcher(argument).matches();
    return switch (call.name()) {
      case CALCULATE ->
          said(
              unknown && equation && argument.indexOf(';') < 0,
              call + " is an equation, which Solve answers");
      case SOLVE ->
          said(
              NO_LETTERS.matcher(argument).matches() || WORDS.matcher(argument).matches(),
              call + " is no equation: it has no unknown");
      case SEARCH ->
          said(
              arithmetic || ONE_UNKNOWN.matcher(argument).matches(),
              call + " is nothing to be searched for; Calculate or Solve answers it");
      default -> Optional.empty();
    };
  }

  private static Optional<String> said(boolean certain, String detail) {
    return certain ? Optional.of(detail) : Optional.empty();
  }
}
