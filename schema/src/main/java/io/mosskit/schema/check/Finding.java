package io.mosskit.schema.check;

/// One place where a dialogue does not follow a rule.
///
/// @param rule the rule
/// @param turn the turn's number, 0 where the record as a whole is meant
/// @param detail what was found and what was expected
public record Finding(Rule rule, int turn, String detail) {

  /// `turn 2: command_grammar: …`.
  @Override
  public String toString() {
    return (turn == 0 ? "" : "turn " + turn + ": ") + rule.label() + ": " + detail;
  }
}
