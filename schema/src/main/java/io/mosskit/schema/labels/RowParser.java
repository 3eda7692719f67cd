package io.mosskit.schema.labels;

import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Fault.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Understands the rows of one table. Keeps the ids that it has seen.
final class RowParser {

  /// A number in plain or scientific notation, with a decimal point or comma.
  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+[.,]?[0-9]*|[.,][0-9]+)([eE][-+]?[0-9]{1,3})?");

  private final Header header;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final Map<String, Long> lineOfId = new HashMap<>();

  RowParser(Header header, Set<String> tags) {
    this.header = header;
    tags.stream().sorted().forEach(tag -> this.tags.put(fold(tag), tag.strip()));
  }

  /// What a row says, null where all its cells are empty.
  @Nullable LabelRow parse(RowCutter.Cells row) {
    List<String> cells = row.cells();
    if (cells.stream().allMatch(String::isBlank)) {
      return null;
    }
    Fault fault = fault(row);
    if (fault != null) {
      return new LabelRow.Rejected(fault.rejection(row.origin(), header.json(cells)));
    }
    String id = text(row, Column.ID);
    lineOfId.put(id, row.origin().line());
    Map<String, String> beside = header.beside(cells);
    String category = category(text(row, Column.CATEGORY));
    return category == null
        ? new LabelRow.Unlabelled(id, beside, row.origin())
        : new LabelRow.Labelled(label(row, id, category), beside, row.origin());
  }

  private Label label(RowCutter.Cells row, String id, String category) {
    return new Label(
        id,
        category,
        confidence(text(row, Column.CONFIDENCE)),
        LabelOrigin.named(text(row, Column.ORIGIN)).orElse(LabelOrigin.HUMAN),
        text(row, Column.ANNOTATOR),
        Labels.instant(text(row, Column.AT)),
        text(row, Column.NOTE));
  }

  private @Nullable Fault fault(RowCutter.Cells row) {
    Fault whole = faultOfRow(row);
    if (whole != null) {
      return whole;
    }
    String category = text(row, Column.CATEGORY);
    String confidence = text(row, Column.CONFIDENCE);
    String origin = text(row, Column.ORIGIN);
    String at = text(row, Column.AT);
    if (category.isBlank()) {
      return null;
    }
    if (category(category) == null) {
      return Fault.inCell(Kind.UNKNOWN_CATEGORY, Column.CATEGORY, "one of " + names(), category);
    }
    if (!confidence.isBlank() && confidence(confidence) == null) {
      return Fault.inCell(
          Kind.BAD_CONFIDENCE, Column.CONFIDENCE, "a number from 0 to 1 such as 0.8", confidence);
    }
    if (!origin.isBlank() && LabelOrigin.named(origin).isEmpty()) {
      return Fault.inCell(
          Kind.UNKNOWN_ORIGIN, Column.ORIGIN, "human, rule, model or declared", origin);
    }
    if (!at.isBlank() && Labels.instant(at) == null) {
      return Fault.inCell(
          Kind.BAD_TIME, Column.AT, "a time with its zone such as 2026-11-22T10:00:00Z", at);
    }
    return null;
  }

  private @Nullable Fault faultOfRow(RowCutter.Cells row) {
    List<String> cells = row.cells();
    for (int i = 0; i < cells.size(); i++) {
      if (LenientUtf8.isBroken(cells.get(i))) {
        return Fault.brokenUtf8(header.name(i));
      }
    }
    if (row.doubtful() ? cells.size() != header.size() : header.overflows(cells)) {
      return Fault.of(
          Kind.CELL_COUNT,
          "expected %d cells as in the header, found %d; quote cells that hold delimiters or line"
                  .formatted(header.size(), cells.size())
              + " breaks, look for a quote left open above, or for a file that was cut off");
    }
    String id = text(row, Column.ID);
    if (id.isBlank()) {
      return Fault.inCell(Kind.MISSING_ID, Column.ID, "the id of a dialogue", id);
    }
    Long earlier = lineOfId.get(id);
    return earlier == null ? null : duplicate(id, earlier);
  }

  private static Fault duplicate(String id, long earlier) {
    return new Fault(
        Kind.DUPLICATE_ID,
        "id: expected each id once, found \"%s\" here and on line %d, which counts; delete one"
            .formatted(Cell.shorten(id, Fault.SHOWN), earlier),
        Json.object()
            .put("column", Column.ID.label())
            .put("found", id)
            .put("first_line", earlier)
            .build());
  }

  private String text(RowCutter.Cells row, Column column) {
    return header.text(row.cells(), column);
  }

  private @Nullable String category(String text) {
    return Category.named(text).map(Category::label).orElse(tags.get(fold(text)));
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private String names() {
    return Stream.concat(
            Arrays.stream(Category.values()).map(Category::label), tags.values().stream())
        .collect(Collectors.joining(", "));
  }

  /// The number in a cell, null where there is none from 0 to 1.
  private static @Nullable Double confidence(String text) {
    String number = text.strip();
    if (!NUMBER.matcher(number).matches()) {
      return null;
    }
    double value = Double.parseDouble(number.replace(',', '.'));
    return value <= 1 ? value : null;
  }
}
