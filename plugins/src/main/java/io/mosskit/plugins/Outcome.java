package io.mosskit.plugins;

import io.mosskit.schema.Field;
import io.mosskit.schema.lineage.Artifact;
import org.jspecify.annotations.Nullable;

/// What became of one call: an answer, or the reason why there is none.
///
/// Neither holds a marker of a MOSS-003 field, whatever the tool found: `<eor>` is kept as `<
/// eor>`, so that no document and no web page ends the field in which it is quoted.
public sealed interface Outcome {

  /// What the tool prints, before any quotes: its answer, or `No result.`
  default String printed() {
    return switch (this) {
      case Result(String text, _) -> text;
      case Failure _ -> "No result.";
    };
  }

  /// The content of the OpenAI `tool` message that carries this outcome: the bare answer, or `No
  /// result: ` and the detail, which tells the model what to mend.
  default String toolMessage() {
    return switch (this) {
      case Result(String text, _) -> text;
      case Failure(_, String detail) -> "No result: " + detail;
    };
  }

  /// The tool's answer.
  ///
  /// @param text what the tool printed, not blank. An answer that is a list, such as a search's, is
  ///   lines `<|1|>: …`, counted from 1; [Round] counts them on through a turn
  /// @param artifact the file that the tool made, null where it made none
  record Result(String text, @Nullable Artifact artifact) implements Outcome {
    public Result {
      requireText("text", text);
      text = Field.withoutMarkers(text);
    }

    /// An answer in words alone.
    public Result(String text) {
      this(text, null);
    }
  }

  /// The tool ran and has no answer.
  ///
  /// @param detail one sentence for a person: what was found, where, and what was expected. What is
  ///   invisible in it is kept as Python's escapes, and what is long without its end
  record Failure(Reason reason, String detail) implements Outcome {
    public Failure {
      requireText("detail", detail);
      detail = Field.withoutMarkers(PythonText.sentence(detail));
    }
  }

  /// Why a tool has no answer.
  enum Reason {
    /// The argument is not in the language that the tool reads.
    MALFORMED_ARGUMENT,
    /// The argument names something that the tool does not know.
    UNKNOWN_NAME,
    /// A function got too few or too many values, or a value of the wrong kind.
    WRONG_OPERANDS,
    /// Something was divided by zero.
    DIVISION_BY_ZERO,
    /// A function has no value there, such as the logarithm of 0.
    OUTSIDE_DOMAIN,
    /// The value is a complex number, such as `(-8)^(1/3)`.
    COMPLEX_RESULT,
    /// A floating-point value is too large for an IEEE double.
    OVERFLOW,
    /// The call would cost more than its [Limits] allow.
    LIMIT_EXCEEDED,
    /// The argument is sound, and nothing answers it.
    NOTHING_FOUND,
    /// What answers declines to, by rules of its own.
    REFUSED,
    /// What the tool depends on cannot be reached, or gives no answer that can be used.
    UNAVAILABLE
  }

  private static void requireText(String component, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the " + component + " of an outcome is blank");
    }
  }
}
