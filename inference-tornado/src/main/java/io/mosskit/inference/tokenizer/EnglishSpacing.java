package io.mosskit.inference.tokenizer;

/// Removes the blanks that older tokenizers left before English punctuation and contractions: what
/// transformers calls `clean_up_tokenization`.
final class EnglishSpacing {

  private EnglishSpacing() {}

  static String cleanUp(String text) {
    return text.replace(" .", ".")
        .replace(" ?", "?")
        .replace(" !", "!")
        .replace(" ,", ",")
        .replace(" ' ", "'")
        .replace(" n't", "n't")
        .replace(" 'm", "'m")
        .replace(" 's", "'s")
        .replace(" 've", "'ve")
        .replace(" 're", "'re");
  }
}
