package io.mosskit.inference.tokenizer;

/// What happens to white space around added tokens. The two modes differ wherever a text holds two
/// blanks or two tabs in a row, that is, in nearly all indented code.
public enum TokenizerMode {

  /// Nothing is stripped and nothing is inserted: decoding what was encoded gives the text back.
  /// The released weights write newlines before indentation, so this is how they were trained.
  NEWLINE_PRESERVING(false, ""),

  /// What the slow tokenizer of transformers 4.25.1 does, the version that MOSS pins: text beside a
  /// run of white space or `<|endoftext|>` loses its own white space, newlines included, and
  /// decoding puts a blank between an added token and its neighbours. For equality with upstream
  /// programs only.
  LEGACY(true, " ");

  private final boolean strips;
  private final String separator;

  TokenizerMode(boolean strips, String separator) {
    this.strips = strips;
    this.separator = separator;
  }

  /// Whether encoding strips the neighbours of added tokens.
  boolean strips() {
    return strips;
  }

  /// What decoding puts between an added token and its neighbours.
  String separator() {
    return separator;
  }
}
