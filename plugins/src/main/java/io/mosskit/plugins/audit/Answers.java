package io.mosskit.plugins.audit;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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

  /// `a + b*I` as sympy prints it, the real part absent where it is zero.
  private static final Pattern COMPLEX = Pattern.compile("(?:(.+?) (?=[-+] ))?([-+]? ?[^ ]+)\\*I");

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
      List<Value> some = values(before.getOrDefault(unknown, List.of()));
      List<Value> others = values(now.getOrDefault(unknown, List.of()));
      if (some.isEmpty() || some.size() != others.size() || !near(some, others)) {
        return false;
      }
    }
    return true;
  }

  /// A real or complex number.
  private record Value(double real, double imaginary) {

    boolean isNear(Value other) {
      double apart = Math.hypot(real - other.real, imaginary - other.imaginary);
      double size = Math.max(Math.hypot(real, imaginary), Math.hypot(other.real, other.imaginary));
      return apart <= TOLERANCE * size;
    }
  }

  /// Whether each value has one of its own that is near.
  private static boolean near(List<Value> some, List<Value> others) {
    List<Value> left = new ArrayList<>(others);
    for (Value value : some) {
      Optional<Value> twin = left.stream().filter(value::isNear).findFirst();
      if (twin.isEmpty()) {
        return false;
      }
      left.remove(twin.get());
    }
    return true;
  }

  /// The values as numbers; none where one of them is no number.
  private List<Value> values(Collection<String> texts) {
    List<Value> values = new ArrayList<>();
    for (String text : texts) {
      Matcher complex = COMPLEX.matcher(text);
      boolean isComplex = complex.matches();
      Optional<Double> real =
          number(isComplex ? Objects.requireNonNullElse(complex.group(1), "0") : text);
      Optional<Double> imaginary =
          isComplex ? number(complex.group(2).replace(" ", "")) : Optional.of(0.0);
      if (real.isEmpty() || imaginary.isEmpty()) {
        return List.of();
      }
      values.add(new Value(real.get(), imaginary.get()));
    }
    return values;
  }

  private Optional<Double> number(String value) {
    try {
      return Optional.of(new BigDecimal(value).doubleValue());
    } catch (NumberFormatException _) {
      return calculator.flatMap(plugin ->
          plugin.execute(value, Limits.DEFAULT) instanceof Outcome.Result(String printed, _)
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
