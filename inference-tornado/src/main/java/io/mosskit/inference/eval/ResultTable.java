package io.mosskit.inference.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table of results, as Markdown and as a page that loads nothing. Not thread-safe.
public final class ResultTable {
  private final String title;
  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  ResultTable(String title, List<String> heads) {
    this.title = title;
    this.heads = heads;
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /// What stands over the columns.
  public List<String> heads() {
    return heads;
  }

  /// The rows in their order.
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /// A table of Markdown under its title.
  public String markdown() {
    StringBuilder text = new StringBuilder("# " + escaped(title) + "\n\n");
    text.append(line(heads)).append(line(heads.stream().map(_ -> "---").toList()));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> escaped(cell).replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /// A page in HTML.
  public String html() {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    page.append("<meta charset=\"utf-8\">\n<title>").append(escaped(title)).append("</title>\n");
    page.append("<style>body{font-family:sans-serif;margin:2em}")
        .append("td,th{padding:.3em .8em;text-align:left;border-bottom:1px solid #999}</style>\n")
        .append("</head>\n<body>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n<table>\n");
    page.append(row("th scope=\"col\"", "th", heads));
    rows.forEach(cells -> page.append(row("td", "td", cells)));
    return page.append("</table>\n</body>\n</html>\n").toString();
  }

  private static String row(String open, String close, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + open + ">" + escaped(cell) + "</" + close + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
