package io.mosskit.curation.report;

import static io.mosskit.curation.report.Html.element;
import static io.mosskit.curation.report.Html.text;

import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table through which a screen reader finds its way: with a caption, and with heads of its
/// columns and rows.
final class Table {
  private static final String NO_GROUP = "";
  private static final int FIT_A_PHONE = 4;

  private record Column(String head, String group, boolean isNumber) {}

  private final String id;
  private final String caption;
  private final List<Column> columns = new ArrayList<>();
  private final List<Html> rows = new ArrayList<>();
  private final List<Html> totals = new ArrayList<>();

  /// A table without columns and rows.
  ///
  /// @param id of the caption in the page
  Table(String id, String caption) {
    this.id = id;
    this.caption = caption;
  }

  /// Adds columns of text; the first column holds the heads of the rows.
  Table texts(String... heads) {
    return columns(NO_GROUP, false, heads);
  }

  /// Adds columns of numbers.
  Table numbers(String... heads) {
    return columns(NO_GROUP, true, heads);
  }

  /// Adds columns of numbers under a common head.
  Table numbersOf(String group, String... heads) {
    return columns(group, true, heads);
  }

  private Table columns(String group, boolean areNumbers, String... heads) {
    for (String head : heads) {
      columns.add(new Column(head, group, areNumbers));
    }
    return this;
  }

  /// Adds a row: its head and the cells of the other columns.
  Table row(Html... cells) {
    rows.add(tableRow(Arrays.asList(cells)));
    return this;
  }

  Table row(String... cells) {
    rows.add(tableRow(texts(Arrays.asList(cells))));
    return this;
  }

  Table row(List<String> cells) {
    rows.add(tableRow(texts(cells)));
    return this;
  }

  /// Adds a row of sums below all others.
  Table total(List<String> cells) {
    totals.add(tableRow(texts(cells)));
    return this;
  }

  Table total(String... cells) {
    return total(Arrays.asList(cells));
  }

  private static List<Html> texts(List<String> cells) {
    return cells.stream().<Html>map(Html::text).toList();
  }

  private Element tableRow(List<Html> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d cells in a row of %d columns".formatted(cells.size(), columns.size()));
    }
    List<Html> row = new ArrayList<>();
    row.add(element("th", cells.getFirst()).with("scope", "row"));
    for (int i = 1; i < cells.size(); i++) {
      row.add(aligned(element("td", cells.get(i)), columns.get(i)));
    }
    return element("tr", row);
  }

  private static Element aligned(Element cell, Column column) {
    return column.isNumber() ? cell.with("class", "number") : cell;
  }

  Element html() {
    List<Html> parts = new ArrayList<>();
    parts.add(element("caption", caption).with("id", id));
    parts.add(element("thead", isGrouped() ? groupedHeads() : List.of(plainHeads())));
    parts.add(element("tbody", rows));
    if (!totals.isEmpty()) {
      parts.add(element("tfoot", totals));
    }
    Element table = element("table", parts);
    if (columns.stream().noneMatch(Column::isNumber)) {
      table = table.with("class", "texts");
    }
    return columns.size() > FIT_A_PHONE ? scrolling(table) : table;
  }

  /// A wide table scrolls by itself; the keyboard has to reach it.
  private Element scrolling(Element table) {
    return element("div", table)
        .with("class", "wide")
        .with("role", "region")
        .with("aria-labelledby", id)
        .with("tabindex", "0");
  }

  private boolean isGrouped() {
    return columns.stream().anyMatch(column -> !column.group().isEmpty());
  }

  private Html plainHeads() {
    return element("tr", columns.stream().map(Table::head).toList());
  }

  private static Element head(Column column) {
    return aligned(element("th", column.head()).with("scope", "col"), column);
  }

  private List<Html> groupedHeads() {
    List<Html> groups = new ArrayList<>();
    List<Html> heads = new ArrayList<>();
    for (int i = 0; i < columns.size(); ) {
      Column column = columns.get(i);
      if (column.group().isEmpty()) {
        groups.add(head(column).with("rowspan", "2"));
        i++;
        continue;
      }
      int end = endOfGroup(i);
      groups.add(
          element("th", text(column.group()))
              .with("scope", "colgroup")
              .with("colspan", Integer.toString(end - i))
              .with("class", "group"));
      columns.subList(i, end).forEach(grouped -> heads.add(head(grouped)));
      i = end;
    }
    return List.of(element("tr", groups), element("tr", heads));
  }

  private int endOfGroup(int from) {
    int end = from;
    while (end < columns.size() && columns.get(end).group().equals(columns.get(from).group())) {
      end++;
    }
    return end;
  }
}
