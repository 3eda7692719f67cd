package io.mosskit.generator.plan;

/// A run could not begin, or ended before it was done. What it has learnt so far is kept; the
/// message says what to do, and the same plan on the same folder then goes on.
public final class GenerationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public GenerationException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// Why a run ended early.
  public enum Kind {
    /// Another process works in the run folder.
    RUN_LOCKED,
    /// The folder holds a run of another version of the toolkit.
    RUN_DIFFERS,
    /// A quota asks for a category and language of which there is no seed.
    NO_SEEDS,
    /// No request to this teacher can succeed: wrong key, unknown model.
    TEACHER_MISCONFIGURED,
    /// The teacher could not be had for as long as the plan allows to try.
    TEACHER_UNAVAILABLE,
    /// The next request could have cost more than the budget leaves.
    BUDGET_REACHED
  }
}
