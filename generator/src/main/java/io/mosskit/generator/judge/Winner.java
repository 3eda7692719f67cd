package io.mosskit.generator.judge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which of two replies is better.
public enum Winner {
  LEFT,
  RIGHT,
  TIE;

  /// The name in files: `left`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with that label.
  public static Optional<Winner> named(String label) {
    return Arrays.stream(values()).filter(winner -> winner.label().equals(label)).findFirst();
  }

  /// Of the same two in the other order.
  Winner swapped() {
    return switch (this) {
      case LEFT -> RIGHT;
      case RIGHT -> LEFT;
      case TIE -> TIE;
    };
  }
}
