package io.mosskit.generator.rehearsal.script;

/// What a prompt asks for, in the order in which the signs are looked for: what must not be missed
/// comes first, what is told by a single word comes late.
enum Kind {
  /// A harmless question that only sounds alarming.
  LOOKALIKE,
  /// A delicate question that is meant well.
  SENSITIVE,
  /// Somebody is in despair.
  DESPAIR,
  /// Help with something harmful.
  REFUSE,
  /// The same, where what is safe is to be given; told by a note alone.
  SAFE,
  /// The same, where real help is to be named; told by a note alone.
  REDIRECT,
  /// The user says that the assistant was wrong.
  CORRECTION,
  /// The same, rightly; told by a note alone.
  ACCEPT,
  /// The same, wrongly; told by a note alone.
  HOLD,
  /// A question that assumes something false.
  PREMISE,
  /// A question on which the evidence is divided.
  UNSURE,
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
      case DESPAIR, REFUSE, SAFE, REDIRECT -> "refuse";
      case LOOKALIKE,
          SENSITIVE,
          CORRECTION,
          ACCEPT,
          HOLD,
          PREMISE,
          UNSURE,
          UNKNOWN,
          SELF,
          PICTURE,
          LOOKUP,
          EQUATION,
          SUM ->
          "fact";
      case PLAN, IDEAS, EXPLAIN -> "";
    };
  }
}
