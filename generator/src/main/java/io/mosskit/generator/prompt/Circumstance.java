package io.mosskit.generator.prompt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What becomes of the plugin calls that a prompt leads to.
public enum Circumstance {
  /// The category's plugin answers it.
  ANSWERED,
  /// The plugin would be asked, and has no answer.
  FAILS,
  /// No plugin is needed.
  UNNEEDED;

  /// The name in requests and seed files: `answered`, `fails`, `unneeded`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The circumstance of that label.
  public static Optional<Circumstance> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
