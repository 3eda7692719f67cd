package io.mosskit.inference.tokenizer;

/// Turns token ids into text as they come, for showing a reply while it is being written. What it
/// returns, joined, is what decoding all ids at once gives; no character is ever split, since the
/// bytes of an unfinished one wait for the next token.
///
/// For one thread and one sequence at a time.
public final class StreamingDecoder {

  private final Vocabulary vocabulary;
  private final String separator;
  private final SpecialTokens specialTokens;
  private final Utf8Assembler characters = new Utf8Assembler();
  private boolean atStart = true;
  private boolean afterApart;

  StreamingDecoder(Vocabulary vocabulary, TokenizerMode mode, SpecialTokens specialTokens) {
    this.vocabulary = vocabulary;
    this.separator = mode.separator();
    this.specialTokens = specialTokens;
  }

  /// The text that this id completes; empty where it completes none.
  ///
  /// @throws IllegalArgumentException if the id is not in the vocabulary
  public String accept(int id) {
    StringBuilder out = new StringBuilder();
    append(id, out);
    return out.toString();
  }

  /// The rest of the text: U+FFFD if it breaks off within a character, else nothing. Afterwards a
  /// new sequence may begin.
  public String finish() {
    StringBuilder out = new StringBuilder();
    finish(out);
    return out.toString();
  }

  void append(int id, StringBuilder out) {
    byte[] bytes = vocabulary.bytes(id);
    if (specialTokens == SpecialTokens.SKIPPED && vocabulary.isSpecial(id)) {
      return;
    }
    boolean apart = vocabulary.standsApart(id);
    if (!atStart && (apart || afterApart)) {
      characters.finish(out);
      out.append(separator);
    }
    for (byte b : bytes) {
      characters.accept(b & 0xFF, out);
    }
    atStart = false;
    afterApart = apart;
  }

  void finish(StringBuilder out) {
    characters.finish(out);
    atStart = true;
    afterApart = false;
  }
}
