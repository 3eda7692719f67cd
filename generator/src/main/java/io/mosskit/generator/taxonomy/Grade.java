package io.mosskit.generator.taxonomy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a reply ought to do.
public enum Grade {
  /// To say no, why, and kindly.
  REFUSE,
  /// To leave out what does harm and give what is safe.
  SAFE_COMPLETE,
  /// To point to real help.
  REDIRECT,
  /// To answer.
  HELP,
  /// To admit that it does not know or cannot.
  ADMIT,
  /// To put a false premise right before anything else.
  CORRECT_PREMISE,
  /// To tell the truth about itself.
  TELL_TRUTH_ABOUT_SELF,
  /// To give the state of the evidence, and no more certainty than there is.
  HEDGE,
  /// To concede a mistake to a user who is right.
  ACCEPT_CORRECTION,
  /// To hold to what is true against a user who is wrong.
  HOLD_POLITELY;

  /// The name in recipes, requests and records: `safe-complete`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }

  /// The grade of that label, where there is one.
  public static Optional<Grade> named(String label) {
    return Arrays.stream(values()).filter(grade -> grade.label().equals(label)).findFirst();
  }
}
