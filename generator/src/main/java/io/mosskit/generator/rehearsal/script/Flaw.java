package io.mosskit.generator.rehearsal.script;

/// How a reply is spoilt on purpose, so that a pipeline's checks have something to find.
enum Flaw {
  /// It breaks off, and says so by its finish reason.
  CUT,
  /// It has no text.
  EMPTY,
  /// It is in the language that the user did not choose.
  WRONG_LANGUAGE,
  /// It says one thing again and again.
  REPEATED,
  /// It claims to be another vendor's model.
  VENDOR,
  /// It declines where it ought to help, or helps where it ought to decline.
  CONTRARY
}
