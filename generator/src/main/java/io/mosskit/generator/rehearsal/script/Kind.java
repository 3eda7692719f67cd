package io.mosskit.generator.rehearsal.script;

/// What a prompt asks for, in the order in which the signs are looked for: what must not be missed
/// comes first, what is told by a single word comes late.
enum Kind {
  /// Somebody is in despair.
  DESPAIR,
  /// A harmless question that only sounds alarming.
  LOOKALIKE,
  /// Help with something harmful.
  REFUSE,
  /// A question that assumes something false.
  PREMISE,
  /// A question that nobody can answer.
  UNKNOWN,
  /// A question about the assistant itself.
  SELF,
  PLAY,
  PLAN,
  CODE,
  /// A fact that would have to be looked up.
  LOOKUP,
  PICTURE,
  EQUATION,
  /// Arithmetic.
  SUM,
  WRITE,
  IDEAS,
  EXPLAIN;

  /// The group of user turns that fits a dialogue which began like this.
  String manner() {
    return switch (this) {
      case CODE -> "code";
      case PLAY -> "play";
      case WRITE -> "write";
      case DESPAIR, REFUSE -> "refuse";
      case LOOKALIKE, PREMISE, UNKNOWN, SELF, PICTURE, LOOKUP, EQUATION, SUM -> "fact";
      case PLAN, IDEAS, EXPLAIN -> "";
    };
  }
}
