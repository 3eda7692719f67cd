package io.mosskit.schema.json;

/// The text is not the JSON that was expected. The message says what and where.
public final class JsonException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Problem problem;

  public JsonException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /// What kind of problem it is.
  public Problem problem() {
    return problem;
  }

  /// The ways in which a text can fail to be the JSON that was expected.
  public enum Problem {
    /// Not JSON at all, or broken in the middle.
    SYNTAX,
    /// JSON up to its end, which comes too early.
    END_OF_TEXT,
    /// A member name twice in one object.
    DUPLICATE_KEY
  }
}
