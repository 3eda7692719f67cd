package io.mosskit.inference.tokenizer;

/// How token ids become text.
///
/// @param specialTokens whether the special tokens stand in the text
/// @param cleanUpSpaces whether blanks before English punctuation and contractions are removed (`"
///   ."` to `"."`, `" n't"` to `"n't"`), as upstream's `batch_decode` does and its `decode` does
///   not; the text of the tokens is then no longer exact
public record DecodeOptions(SpecialTokens specialTokens, boolean cleanUpSpaces) {

  /// Every token stands in the text, and the text is left as it is.
  public static final DecodeOptions VERBATIM = new DecodeOptions(SpecialTokens.KEPT, false);

  /// These options, with the special tokens left out.
  public DecodeOptions skippingSpecialTokens() {
    return new DecodeOptions(SpecialTokens.SKIPPED, cleanUpSpaces);
  }

  /// These options, with blanks before English punctuation removed.
  public DecodeOptions cleaningUpSpaces() {
    return new DecodeOptions(specialTokens, true);
  }
}
