package io.mosskit.schema.labels;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadFault;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.util.Locale;

/// What is wrong with a row of a label table.
///
/// @param detail one sentence for people: where, what was expected, what was found, what to do
/// @param values the column and the text that decided it, where one column did
record Fault(Kind kind, String detail, Json.Obj values) {

  /// The names, in lower case, are the reasons in `rejected.jsonl`.
  enum Kind {
    /// Bytes that are no UTF-8.
    BROKEN_UTF8,
    /// A quoted cell that the file's end leaves open.
    UNCLOSED_QUOTE,
    /// Text between the quote that closes a cell and the next delimiter.
    BROKEN_QUOTE,
    /// A row longer than the limit.
    TOO_LONG,
    /// More cells than the header has, or another number where that makes the row doubtful.
    CELL_COUNT,
    /// A header without `id` or without `category`.
    MISSING_COLUMN,
    /// A header that names a known column twice.
    DUPLICATE_COLUMN,
    /// A row that says something without an id.
    MISSING_ID,
    /// An id that an earlier row of the table has.
    DUPLICATE_ID,
    /// A name that is neither a category nor a tag.
    UNKNOWN_CATEGORY,
    /// A confidence that is no number from 0 to 1.
    BAD_CONFIDENCE,
    /// An origin that is none.
    UNKNOWN_ORIGIN,
    /// A time that is no instant.
    BAD_TIME,
    /// The file breaks off while it is read.
    UNREADABLE_FILE;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How much of a cell a message shows, in characters.
  static final int SHOWN = 60;

  static Fault of(Kind kind, String detail) {
    return new Fault(kind, detail, Json.Obj.EMPTY);
  }

  /// A cell that does not hold what its column does.
  static Fault inCell(Kind kind, Column column, String expected, String found) {
    return new Fault(
        kind,
        "%s: expected %s, found \"%s\""
            .formatted(column.label(), expected, Cell.shorten(found, SHOWN)),
        Json.object().put("column", column.label()).put("found", found).build());
  }

  /// A cell with bytes that are no UTF-8.
  static Fault brokenUtf8(String column) {
    return new Fault(
        Kind.BROKEN_UTF8,
        column + ": expected UTF-8, found other bytes; save the table as \"CSV UTF-8\"",
        Json.object().put("column", column).build());
  }

  Rejection rejection(Origin origin, Json record) {
    return new Rejection(ReadFault.STAGE, kind.label(), detail, values, origin, record);
  }
}
