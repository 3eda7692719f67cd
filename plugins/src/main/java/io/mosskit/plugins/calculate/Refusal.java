package io.mosskit.plugins.calculate;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;

/// Ends a calculation that has no value. It carries the [Failure] out of the recursion and never
/// leaves the package.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final Failure failure;

  Refusal(Reason reason, String detail) {
    super(detail, null, false, false); // a value, not a fault: nobody reads its stack
    failure = new Failure(reason, detail);
  }

  /// The same refusal, with the name of the function that made it.
  Refusal within(String function) {
    return new Refusal(failure.reason(), function + ": " + failure.detail());
  }

  Failure failure() {
    return failure;
  }
}
