package io.mosskit.inference.tokenizer;

/// What decoding makes of `<|endoftext|>` and of the five tokens that end a field of a MOSS turn:
/// `<eoh>`, `<eom>`, `<eot>`, `<eoc>`, `<eor>`.
public enum SpecialTokens {
  /// They stand in the text.
  KEPT,
  /// They are left out, as with upstream's `skip_special_tokens`.
  SKIPPED
}
