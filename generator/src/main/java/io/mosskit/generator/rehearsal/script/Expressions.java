package io.mosskit.generator.rehearsal.script;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.calculate.Calculate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds arithmetic and equations that stand in a text, and writes them as the plugins read them.
final class Expressions {

  private static final String NUMBER = "[0-9]+(?:\\.[0-9]+)?";
  private static final String FUNCTION = "(?:sqrt|sin|cos|tan|asin|acos|atan|log|ln|exp|abs)";
  private static final String BRACKETS = "\\((?:[^()=]|\\([^()=]*\\))*\\)";

  private static final String OPERAND =
      "(?:(?:" + FUNCTION + "\\s?)?" + BRACKETS + "|" + FUNCTION + "\\s?" + NUMBER + "|" + NUMBER
          + ")";
  private static final Pattern ARITHMETIC =
      Pattern.compile(
          "(?<![A-Za-z0-9.])-?"
              + OPERAND
              + "(?:\\s?\\^\\s?-?"
              + OPERAND
              + "|\\s*[-+*/]\\s*-?"
              + OPERAND
              + ")+(?![A-Za-z0-9])|(?<![A-Za-z0-9.])"
              + FUNCTION
              + BRACKETS);
  private static final Pattern SPAN = Pattern.compile(NUMBER + "[-/]" + NUMBER);

  private static final String LETTERS = "(?:(?<![A-Za-z])[a-z]{1,2}(?![A-Za-z]))";
  private static final String COEFFICIENT = "(?:" + NUMBER + "\\s?\\*?\\s?[a-z]{0,2}(?![A-Za-z]))";
  private static final String TERM =
      "(?:(?:"
          + NUMBER
          + "\\s?)?(?:"
          + FUNCTION
          + "\\s?)?"
          + BRACKETS
          + "|(?:"
          + NUMBER
          + "\\s?)?"
          + FUNCTION
          + "\\s?[a-z](?![a-z])|"
          + COEFFICIENT
          + "|"
          + LETTERS
          + ")(?:\\s?\\^\\s?(?:"
          + BRACKETS
          + "|-?"
          + NUMBER
          + "|[a-z](?![a-z])))?";
  private static final String SIDE =
      "-?\\s?" + TERM + "(?:\\s*[-+*/]\\s*" + TERM + "|\\s?" + BRACKETS + ")*";
  private static final Pattern EQUATION =
      Pattern.compile("(?<![A-Za-z0-9.])" + SIDE + "\\s*=\\s*" + SIDE + "(?![A-Za-z0-9])");
  private static final Pattern SAID_EQUAL = Pattern.compile("等于|\\s(?:equals|equal to)\\s");
  private static final Pattern GIVEN = Pattern.compile("[a-z]=-?" + NUMBER);

  private Expressions() {}

  /// The longest expression in a text that the calculator can read; empty where there is none.
  static String calculable(String text) {
    return ARITHMETIC
        .matcher(plain(text))
        .results()
        .map(MatchResult::group)
        .map(String::strip)
        .filter(found -> !SPAN.matcher(found).matches())
        .map(found -> found.replaceAll("(?<=[0-9)])\\s?(?=\\()", "*").replaceAll("\\s+", ""))
        .filter(Expressions::isReadable)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static boolean isReadable(String expression) {
    return switch (new Calculate().execute(expression, Limits.DEFAULT)) {
      case Outcome.Result _ -> true;
      case Outcome.Failure failure -> failure.reason() != Outcome.Reason.MALFORMED_ARGUMENT;
    };
  }

  /// The equations in a text, divided by `; `; empty where there is none, or one that only says
  /// what a letter stands for.
  static String equations(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher equation = EQUATION.matcher(SAID_EQUAL.matcher(plain(text)).replaceAll(" = "));
    while (equation.find()) {
      found.add(written(equation.group()));
    }
    boolean telling = found.stream().anyMatch(one -> !GIVEN.matcher(one).matches());
    return telling ? String.join("; ", found) : "";
  }

  /// The text with everything taken out that [#equations] finds.
  static String withoutEquations(String text) {
    return EQUATION.matcher(SAID_EQUAL.matcher(plain(text)).replaceAll(" = ")).replaceAll(" ");
  }

  /// An equation as the solver reads it, with a sign for every product of a number.
  private static String written(String equation) {
    return equation
        .replaceAll("\\s+", "")
        .replaceAll("(?<=[0-9])(?=[a-z(])", "*")
        .replaceAll("(?<![a-z])(?<=[xyz)])(?=\\()", "*");
  }

  private static String plain(String text) {
    return text.replace('×', '*')
        .replace('÷', '/')
        .replace('−', '-')
        .replace('（', '(')
        .replace('）', ')')
        .replace('＝', '=')
        .replace('＋', '+')
        .replace("**", "^")
        .replace("²", "^2")
        .replace("³", "^3")
        .replaceAll("√\\s?|根号", "sqrt ")
        .replaceAll("\\b(ln|log|sin|cos|tan) ([0-9]+|[a-z])\\b", "$1($2)")
        .replaceAll("sqrt (" + NUMBER + ")", "sqrt($1)")
        .replaceAll("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "");
  }
}
