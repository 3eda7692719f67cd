package io.mosskit.schema.check;

import java.util.Locale;

/// What is asked of a dialogue beyond its JSON structure. A *violation* breaks the format: whoever
/// trains on it trains on an error. An *oddity* is something the published data does now and then.
/// Source of both: MOSS reference, sections A.5 to A.8.
public enum Rule {
  /// Turns are numbered 1, 2, 3 … in their order.
  TURN_NUMBERING(true, "turns numbered with a gap or out of order"),
  /// `num_turns` is the number of turns.
  NUM_TURNS(true, "num_turns that is not the number of turns"),
  /// Each field begins with its opening marker and ends with its closing one.
  MARKERS(true, "a field without its own markers"),
  /// No field holds another marker.
  STRAY_MARKER(true, "a marker inside the text of a field"),
  /// Commands are `None` or calls, `Name("argument")`.
  COMMAND_GRAMMAR(true, "commands outside the grammar"),
  /// Only plugins that the meta instruction switches on are called.
  PLUGIN_NOT_ENABLED(true, "a call to a plugin that is not switched on"),
  /// Results are `None`, blocks that echo their calls, or one inline sentence.
  RESULT_GRAMMAR(true, "results outside the grammar"),
  /// The results echo the calls that were made, each once.
  RESULT_ECHO(true, "results of other calls than those made"),
  /// Search results are numbered 1, 2, 3 … through the turn.
  RESULT_NUMBERING(true, "search results numbered with a gap"),
  /// A citation names a result that is there.
  DANGLING_CITATION(true, "a citation of a result that is not there"),

  /// A plugin recorded that it had no answer.
  FAILED_RESULT(false, "a plugin call without an answer"),
  /// A search result that is cut in the middle.
  CUT_SNIPPET(false, "a search result cut off"),
  /// A citation without its `<sup>` tags.
  BARE_CITATION(false, "a citation without <sup> tags"),
  /// The user's words end in a blank.
  TRAILING_BLANK(false, "a blank at the end of the user's words"),
  /// The reply begins with a blank and a line break.
  LEADING_BLANK(false, "a line break at the beginning of the reply"),
  /// The reply ends without a full stop or the like.
  NO_FINAL_PUNCTUATION(false, "a reply without final punctuation"),
  /// A code fence is opened and not closed.
  OPEN_CODE_FENCE(false, "a code fence that is not closed"),
  /// An escape that should have been undone: `\'` or `\"` in the user's words.
  LITERAL_ESCAPE(false, "a literal \\' or \\\" in the user's words"),
  /// A Chinese question and an answer without Chinese, or the other way round.
  OTHER_LANGUAGE(false, "a reply in another language than the user's"),
  /// The reply is that of the turn before.
  REPEATED_REPLY(false, "the same reply as in the turn before"),
  /// The assistant speaks of itself as an AI.
  SELF_REFERENCE(false, "\"as an AI\" in a reply");

  private final boolean violation;
  private final String what;

  Rule(boolean violation, String what) {
    this.violation = violation;
    this.what = what;
  }

  /// The name in output: `command_grammar`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether breaking it makes a record invalid in strict validation.
  public boolean isViolation() {
    return violation;
  }

  /// What a finding of this rule is, in a few words.
  public String what() {
    return what;
  }
}
