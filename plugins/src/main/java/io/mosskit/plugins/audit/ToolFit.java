package io.mosskit.plugins.audit;

import io.mosskit.schema.trace.PluginCall;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a call asks the tool that fits its argument. Only what is certain is said.
final class ToolFit {

  private static final String CALCULATE = "Calculate";
  private static final String SOLVE = "Solve";
  private static final String SEARCH = "Search";

  /// Letters that stand for themselves; names of functions and constants are longer, `e` aside.
  private static final Pattern UNKNOWN =
      Pattern.compile("(?<![A-Za-z_])[A-Za-df-z](?:_?\\d+)?(?![A-Za-z_(])");

  private static final Pattern EQUALS = Pattern.compile("(?<![<>=!:])=(?!=)");

  /// Digits, operators and parentheses, and a product or a sum among them: `9/11` may be a day.
  private static final Pattern ARITHMETIC =
      Pattern.compile("(?=.*\\d\\s*[*×+^]\\s*[(\\d])[\\d\\s.+*/^()×÷-]+=?\\s*");

  private ToolFit() {}

  /// Whether the call's argument is made of numbers that it reckons with.
  static boolean reckons(PluginCall call) {
    return call.name().equals(CALCULATE) || call.name().equals(SOLVE);
  }

  /// Why another tool should have been asked; empty where none should.
  static Optional<String> misfit(PluginCall call) {
    String argument = call.argument();
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
              !unknown && !equation && arithmetic,
              call + " has no unknown; it is arithmetic, which Calculate answers");
      case SEARCH -> said(arithmetic, call + " is arithmetic, which Calculate answers");
      default -> Optional.empty();
    };
  }

  private static Optional<String> said(boolean certain, String detail) {
    return certain ? Optional.of(detail) : Optional.empty();
  }
}
