package io.mosskit.generator.dialogue;

import java.util.Locale;

/// What the user wants with a later turn.
enum Intent {
  /// To understand one point of the last reply.
  CLARIFY,
  /// To go further from it.
  DEEPEN,
  /// To doubt a statement or choice in it.
  OBJECT,
  /// To have it put right.
  CORRECT,
  /// To go on in the other language.
  CHANGE_LANGUAGE,
  /// To hear the rest of it.
  CONTINUE,
  /// To thank, and to close.
  THANK;

  /// The name in requests: `change-language`.
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
