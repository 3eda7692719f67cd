package io.mosskit.generator.rehearsal.script;

/// What the user's last message does in the talk.
enum Move {
  /// It begins the talk, or asks for something new.
  BEGIN,
  THANK,
  CONTINUE,
  SWITCH,
  CORRECT,
  OBJECT,
  /// It asks back: to explain, to go deeper.
  ASK;

  /// The list of sentences that a reply to it begins with.
  String opening() {
    return switch (this) {
      case CORRECT -> "correct.open";
      case OBJECT -> "object.open";
      case BEGIN, THANK, CONTINUE, SWITCH, ASK -> "ask.open";
    };
  }
}
