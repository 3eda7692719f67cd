package io.mosskit.schema.labels;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.text.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A dialogue's row as it is written.
final class Row {

  private final Map<Column, String> cells = new EnumMap<>(Column.class);

  private Row() {}

  /// The cells of a dialogue and its label, in the order of the columns.
  static List<String> of(Conversation conversation, @Nullable Label label, int previewLength) {
    Row row = new Row();
    row.describe(conversation, previewLength);
    if (label != null) {
      row.add(label);
    }
    return Arrays.stream(Column.values())
        .map(column -> row.cells.getOrDefault(column, ""))
        .toList();
  }

  private void describe(Conversation conversation, int previewLength) {
    List<Turn> turns = conversation.turns();
    put(Column.ID, conversation.recordId());
    put(Column.LANGUAGE, language(conversation));
    cells.put(Column.TURNS, Integer.toString(turns.size()));
    if (!turns.isEmpty()) {
      put(Column.FIRST_USER_TURN, Cell.shorten(turns.getFirst().human(), previewLength));
      put(Column.LAST_REPLY, Cell.shorten(turns.getLast().reply(), previewLength));
    }
  }

  private void add(Label label) {
    Double confidence = label.confidence();
    Instant at = label.at();
    put(Column.CATEGORY, label.category());
    if (confidence != null) {
      cells.put(Column.CONFIDENCE, decimal(confidence));
    }
    put(Column.ORIGIN, label.origin().label());
    put(Column.ANNOTATOR, label.annotator());
    put(Column.AT, at == null ? null : at.toString());
    put(Column.NOTE, label.note());
  }

  private void put(Column column, @Nullable String text) {
    if (text != null) {
      cells.put(column, Cell.of(text));
    }
  }

  /// The language that the record states, else that of its user turns.
  private static String language(Conversation conversation) {
    String stated = conversation.mosskit().string("language");
    if (stated != null) {
      return stated;
    }
    String user = conversation.turns().stream().map(Turn::human).collect(Collectors.joining("\n"));
    return Language.of(user).label();
  }

  /// The shortest digits that read back as the same number, without an exponent.
  private static String decimal(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
