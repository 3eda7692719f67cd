package io.mosskit.plugins.exact;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;

/// Ends a calculation that has no value. It carries the [Failure] out of the recursion and never
/// leaves a plugin.
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final Failure failure;

  /// The failure that a plugin answers with.
  public Refusal(Reason reason, String detail) {
    super(detail, null, false, false); // a value, not a fault: nobody reads its stack
    failure = new Failure(reason, detail);
  }

  /// The same refusal, with the name of the function that made it.
  public Refusal within(String function) {
    return new Refusal(failure.reason(), function + ": " + failure.detail());
  }

  /// What the plugin answers.
  public Failure failure() {
    return failure;
  }
}
