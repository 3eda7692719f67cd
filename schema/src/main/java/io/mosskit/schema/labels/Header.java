package io.mosskit.schema.labels;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which cell of a row belongs to which column.
///
/// @param names a name for each cell; `column 7` for the seventh where it has none of its own
/// @param positions where the known columns stand
/// @param unknown the names of the other columns that have one
record Header(List<String> names, Map<Column, Integer> positions, List<String> unknown) {

  private static final int SHOWN = 200;

  /// Why these cells are no header, null where they are one.
  static @Nullable Fault fault(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (LenientUtf8.isBroken(cells.get(i))) {
        return Fault.brokenUtf8(numbered(i));
      }
    }
    List<Column> columns = cells.stream().map(Column::named).filter(Objects::nonNull).toList();
    for (Column column : List.of(Column.ID, Column.CATEGORY)) {
      if (!columns.contains(column)) {
        return Fault.of(
            Fault.Kind.MISSING_COLUMN,
            "expected a header row with the columns id and category, found \"%s\"; nothing is read"
                .formatted(Cell.shorten(String.join(" | ", cells), SHOWN)));
      }
    }
    for (Column column : columns) {
      if (Collections.frequency(columns, column) > 1) {
        return Fault.of(
            Fault.Kind.DUPLICATE_COLUMN,
            column.label() + ": expected one such column, found several; nothing is read");
      }
    }
    return null;
  }

  /// What is wrong with a file that has no first row.
  static Rejection absent(Origin origin) {
    return Fault.of(
            Fault.Kind.MISSING_COLUMN,
            "expected a header row with the columns id and category, found an empty file")
        .rejection(origin, Json.Obj.EMPTY);
  }

  /// The header in these cells, which have no [#fault].
  static Header of(List<String> cells) {
    List<String> names = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    for (String cell : cells) {
      Column column = Column.named(cell);
      String name = column == null ? nameOf(cell, names) : column.label();
      if (column != null) {
        positions.put(column, names.size());
      } else if (!cell.isBlank()) {
        unknown.add(name);
      }
      names.add(name);
    }
    return new Header(names, positions, unknown);
  }

  private static String nameOf(String cell, List<String> taken) {
    String name = Cell.unguard(cell).strip();
    return name.isEmpty() || taken.contains(name) ? numbered(taken.size()) : name;
  }

  private static String numbered(int index) {
    return "column " + (index + 1);
  }

  /// Whether there is text beyond the last column.
  boolean overflows(List<String> cells) {
    return cells.stream().skip(size()).anyMatch(cell -> !cell.isBlank());
  }

  /// How many cells name a known column.
  static long known(List<String> cells) {
    return cells.stream().filter(cell -> Column.named(cell) != null).count();
  }

  int size() {
    return names.size();
  }

  /// The text in a column; empty where the table has no such column or the row ends before it.
  String text(List<String> cells, Column column) {
    Integer position = positions.get(column);
    return position == null || position >= cells.size() ? "" : Cell.unguard(cells.get(position));
  }

  /// The name of the column in which the cell of that index stands.
  String name(int index) {
    return index < names.size() ? names.get(index) : numbered(index);
  }

  /// The cells that are not empty and stand in columns that are not known, by column.
  Map<String, String> beside(List<String> cells) {
    Map<String, String> beside = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(cells.size(), size()); i++) {
      if (!positions.containsValue(i) && !cells.get(i).isEmpty()) {
        beside.put(name(i), Cell.unguard(cells.get(i)));
      }
    }
    return beside;
  }

  /// The cells that are not empty, by column, for a rejection.
  Json.Obj json(List<String> cells) {
    var json = Json.object();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()) {
        json.put(name(i), LenientUtf8.isBroken(cell) ? LenientUtf8.base64(cell) : Json.of(cell));
      }
    }
    return json.build();
  }
}
