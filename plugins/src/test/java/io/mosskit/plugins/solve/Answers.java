package io.mosskit.plugins.solve;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the solver answers, as the tests compare it.
final class Answers {

  /// A name, the number of the solution where there are several, the value.
  private static final Pattern LINE = Pattern.compile("(.+?)(?:_(\\d+))? = (.+)");

  private Answers() {}

  static Outcome outcome(String argument) {
    return new Solve().execute(argument, Limits.DEFAULT);
  }

  /// The printed answer on one line, or `!` and the reason why there is none.
  static String printed(String argument) {
    return switch (outcome(argument)) {
      case Outcome.Result(String text, _) -> text.replace("\n", "; ");
      case Outcome.Failure failure -> "!" + failure.reason();
    };
  }

  /// The solutions, each written `x = 1; y = 2`, in the order in which they are printed.
  static List<String> solutions(String argument) {
    if (!(outcome(argument) instanceof Outcome.Result(String text, _))) {
      return List.of(printed(argument));
    }
    SortedMap<Integer, String> solutions = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        int number = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        solutions.merge(number, parts.group(1) + " = " + parts.group(3), (a, b) -> a + "; " + b);
      }
    }
    return new ArrayList<>(solutions.values());
  }
}
