package io.mosskit.plugins.paint;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;

/// What can be painted.
final class Descriptions {

  private Descriptions() {}

  /// Refuses a description without a visible character, and one that no file could hold as it is.
  static void requireSound(String description) throws Refusal {
    boolean visible = false;
    for (int at = 0; at < description.length(); ) {
      int c = description.codePointAt(at);
      int type = Character.getType(c);
      if (type == Character.CONTROL || type == Character.SURROGATE || isNoncharacter(c)) {
        throw new Refusal(
            Reason.MALFORMED_ARGUMENT,
            "character %d: U+%04X is no text; leave it out".formatted(at + 1, c));
      }
      visible |= type != Character.FORMAT && !Character.isSpaceChar(c);
      at += Character.charCount(c);
    }
    if (!visible) {
      throw new Refusal(Reason.MALFORMED_ARGUMENT, "nothing is described; say what to paint");
    }
  }

  /// The 66 code points that Unicode will never give to a character.
  private static boolean isNoncharacter(int c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
  }
}
