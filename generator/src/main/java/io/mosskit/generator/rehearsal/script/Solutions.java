package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the equation solver printed, in words: `x = 3 or x = -2`.
final class Solutions {

  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z]\\w*?)(?:_\\d+)? = ([^;]+?)\\s*(?:;|$)");

  private Solutions() {}

  /// @param printed as a request shows it, `x_0 = 3; x_1 = -2`
  static String told(String printed, Book book) {
    List<String> told = solutions(printed).stream().map(book::enumerate).toList();
    return told.isEmpty() ? printed : String.join(book.isChinese() ? " 或 " : " or ", told);
  }

  /// Whether there is more than one.
  static boolean several(String printed) {
    return solutions(printed).size() > 1;
  }

  /// The values of each solution: a name that comes again begins another one.
  private static List<List<String>> solutions(String printed) {
    List<Map<String, String>> solutions = new ArrayList<>();
    Matcher value = VALUE.matcher(printed);
    while (value.find()) {
      String name = value.group(1);
      if (solutions.isEmpty() || solutions.getLast().containsKey(name)) {
        solutions.add(new LinkedHashMap<>());
      }
      String equals = Figures.isLong(value.group(2)) ? " ≈ " : " = ";
      solutions.getLast().put(name, name + equals + Figures.rounded(value.group(2)));
    }
    return solutions.stream().map(solution -> List.copyOf(solution.values())).toList();
  }
}
