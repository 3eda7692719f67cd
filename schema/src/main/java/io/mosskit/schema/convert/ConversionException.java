package io.mosskit.schema.convert;

import java.util.Locale;

/// A record is not what its form asks for. The message names the place in the record, what was
/// expected there and what to do.
public final class ConversionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String detail;

  ConversionException(Fault fault, String detail) {
    super(detail);
    this.fault = fault;
    this.detail = detail;
  }

  /// A fault at one place of a record.
  ///
  /// @param place as in `messages[3].content`
  ConversionException(Fault fault, String place, String detail) {
    this(fault, place + ": " + detail);
  }

  /// What kind of fault it is.
  public Fault fault() {
    return fault;
  }

  /// The message.
  public String detail() {
    return detail;
  }

  /// The ways in which a record can fail to hold a dialogue. The names, in lower case, are reasons
  /// in `rejected.jsonl`.
  public enum Fault {
    /// No JSON object.
    NOT_AN_OBJECT,
    /// A member that every record of the form has is absent.
    MISSING_MEMBER,
    /// A value of a type that its member cannot have.
    WRONG_TYPE,
    /// A role that the form does not know.
    UNKNOWN_ROLE,
    /// Something a MOSS-003 dialogue cannot hold, such as a picture.
    NOT_REPRESENTABLE,
    /// Messages in an order that makes no turns.
    BROKEN_ORDER,
    /// A tool result that answers no call.
    UNMATCHED_RESULT,
    /// A text that does not divide into fields at its markers.
    BROKEN_TEXT,
    /// A native record that cannot be read.
    NOT_MOSS_003;

    /// The reason in `rejected.jsonl`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
