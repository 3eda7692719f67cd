package io.mosskit.curation.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Pieces of Markdown in which text stays text.
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]#|~$@]");

  private static final Pattern PLAIN_CODE = Pattern.compile("[\\p{L}\\p{N} ._/:,+=-]+");

  private Markdown() {}

  /// Text behind the beginning of a line.
  static String text(String text) {
    String escaped = SPECIAL.matcher(Visible.of(text)).replaceAll("\\\\$0");
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// A name as code, where it can be; as text, where what it holds would end the code.
  static String code(String name) {
    return PLAIN_CODE.matcher(name).matches() ? "`" + name + "`" : text(name);
  }

  /// Lines of code between fences that they do not hold.
  static String fenced(String language, String code) {
    String fence = "```";
    while (code.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + code + "\n" + fence + "\n";
  }

  /// A table of Markdown cells.
  ///
  /// @param numbers the number of columns at the right that hold numbers
  static String table(List<String> heads, int numbers, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(row(heads));
    int texts = heads.size() - numbers;
    table.append("|").append("---|".repeat(texts)).append("---:|".repeat(numbers)).append('\n');
    rows.forEach(cells -> table.append(row(cells)));
    return table.toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
