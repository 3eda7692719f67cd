package io.mosskit.generator.asking;

import java.nio.charset.StandardCharsets;

/// Keeps out of a run what no UTF-8 text can hold: half a character, which an escape in a JSON
/// string can name.
public final class Characters {

  private Characters() {}

  /// The text with `?` for each half of a character.
  public static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
