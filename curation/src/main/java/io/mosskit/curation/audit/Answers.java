package io.mosskit.curation.audit;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares a recorded answer with one that was had again: as text, then as numbers, where several
/// `x_0 = …` lines are a set.
final class Answers {

  /// How far two numbers may be apart, as a share of the greater one.
  private static final double TOLERANCE = 1e-3;

  private static final Pattern LINE = Pattern.compile("([A-Za-z]\\w*?)(?:_\\d+)? = (.+)");

  /// Reads what is written as an expression, `160/3` or `sqrt(2)`.
  private final Optional<Plugin> calculator;

  Answers(Optional<Plugin> calculator) {
    this.calculator = calculator;
  }

  /// How two answers compare.
  Verdict compare(String recorded, String found) {
    String before = unquoted(recorded);
    String now = unquoted(found);
    if (before.equals(now) || lines(before).equals(lines(now))) {
      return Verdict.EQUAL;
    }
    return near(lines(before), lines(now)) ? Verdict.WITHIN_TOLERANCE : Verdict.DIFFERENT;
  }

  private static String unquoted(String text) {
    String answer = text.strip();
    boolean quoted = answer.length() > 1 && answer.startsWith("'") && answer.endsWith("'");
    return quoted ? answer.substring(1, answer.length() - 1) : answer;
  }

  /// The values of each unknown, sorted; an answer that is a bare value belongs to none.
  private static SortedMap<String, List<String>> lines(String answer) {
    SortedMap<String, List<String>> values = new TreeMap<>();
    for (String line : answer.split("\\R")) {
      Matcher equation = LINE.matcher(line.strip());
      String unknown = equation.matches() ? equation.group(1) : "";
      String value = equation.matches() ? equation.group(2) : line.strip();
      values.computeIfAbsent(unknown, _ -> new ArrayList<>()).add(value);
    }
    values.values().forEach(list -> list.sort(null));
    return values;
  }

  private boolean near(
      SortedMap<String, List<String>> before, SortedMap<String, List<String>> now) {
    if (!before.keySet().equals(now.keySet())) {
      return false;
    }
    for (String unknown : before.keySet()) {
      List<Double> some = numbers(before.getOrDefault(unknown, List.of()));
      List<Double> others = numbers(now.getOrDefault(unknown, List.of()));
      if (some.isEmpty() || some.size() != others.size() || !near(some, others)) {
        return false;
      }
    }
    return true;
  }

  private static boolean near(List<Double> some, List<Double> others) {
    for (int i = 0; i < some.size(); i++) {
      double one = some.get(i);
      double other = others.get(i);
      if (!(Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)))) {
        return false;
      }
    }
    return true;
  }

  /// The values as numbers in ascending order; none where one of them is no real number.
  private List<Double> numbers(Collection<String> values) {
    List<Double> numbers = new ArrayList<>();
    for (String value : values) {
      Optional<Double> number = number(value);
      if (number.isEmpty()) {
        return List.of();
      }
      numbers.add(number.get());
    }
    numbers.sort(null);
    return numbers;
  }

  private Optional<Double> number(String value) {
    try {
      return Optional.of(new BigDecimal(value).doubleValue());
    } catch (NumberFormatException _) {
      return calculator.flatMap(plugin ->
          plugin.execute(value, Limits.DEFAULT) instanceof Outcome.Result(String printed)
              ? decimal(printed)
              : Optional.empty());
    }
  }

  private static Optional<Double> decimal(String printed) {
    try {
      return Optional.of(new BigDecimal(printed).doubleValue());
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
