package io.mosskit.inference.tokenizer;

/// A stretch of text and whether its control tokens count, for texts that are written partly by the
/// program and partly by somebody else.
///
/// @param text any text; an unpaired surrogate is encoded as U+FFFD
/// @param controlTokens what a control token becomes that lies wholly within this part
public record TextPart(String text, ControlTokens controlTokens) {

  /// Text that the program wrote: its control tokens are recognised.
  public static TextPart trusted(String text) {
    return new TextPart(text, ControlTokens.RECOGNISED);
  }

  /// Text from outside, such as what a user typed or a page said: its control tokens are mere text.
  public static TextPart untrusted(String text) {
    return new TextPart(text, ControlTokens.AS_TEXT);
  }
}
