package io.mosskit.schema.io;

import java.util.Locale;

/// Why a record could not be read. The names, in lower case, are the reasons in `rejected.jsonl`.
public enum ReadFault {
  /// Bytes that are no UTF-8.
  BROKEN_UTF8,
  /// Text that is no JSON.
  NOT_JSON,
  /// The last line of a file ends in the middle of a record, as after a crash of its writer.
  TORN_LAST_LINE,
  /// JSON, but no object.
  NOT_AN_OBJECT,
  /// A key twice in one object.
  DUPLICATE_KEY,
  /// A value of a type that its field cannot have.
  WRONG_TYPE,
  /// A field that every record has is absent.
  MISSING_FIELD,
  /// A key in `chat` that names no turn.
  UNKNOWN_TURN_KEY,
  /// A `chat` without turns.
  NO_TURNS,
  /// A moss-002 text that does not alternate between user and assistant.
  BROKEN_PLAIN_TEXT,
  /// A line longer than the limit.
  TOO_LONG,
  /// The file cannot be opened, or breaks off while it is read.
  UNREADABLE_FILE;

  /// The stage that reports these reasons.
  public static final String STAGE = "read";

  /// The reason in `rejected.jsonl`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
