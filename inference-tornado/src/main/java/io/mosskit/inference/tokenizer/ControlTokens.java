package io.mosskit.inference.tokenizer;

/// What encoding makes of `<eom>`, `<|endoftext|>` and every other added token that is not plain
/// white space, when it is spelled out in the text.
///
/// The role markers (`<|Human|>:` and the like) are no control tokens: MOSS spells them with
/// ordinary tokens, so no tokenizer can tell a quoted marker from a real one.
public enum ControlTokens {

  /// Each becomes its one id. For text that the program wrote itself, such as training text.
  RECOGNISED,

  /// Each is text like any other and becomes several ordinary tokens, so that whoever wrote the
  /// text cannot end a turn or a document with it. For whatever came from outside.
  AS_TEXT
}
