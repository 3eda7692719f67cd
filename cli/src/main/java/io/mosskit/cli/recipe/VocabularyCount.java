package io.mosskit.cli.recipe;

import io.mosskit.generator.tokens.TokenCount;
import io.mosskit.inference.tokenizer.MossTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Counts tokens exactly, with the vocabulary of a model.
///
/// @param name says which vocabulary it is
record VocabularyCount(String name, MossTokenizer tokenizer) implements TokenCount {

  private static final List<String> FILES = List.of("merges.txt", "added_tokens.json");
  private static final int DIGITS_OF_HASH = 16;

  /// Reads the vocabulary of a model folder: `merges.txt` and `added_tokens.json`, with
  /// `vocab.json` where it has one.
  static VocabularyCount of(Path folder) throws IOException {
    MossTokenizer tokenizer = MossTokenizer.load(folder);
    return new VocabularyCount("vocabulary sha256 " + hash(folder), tokenizer);
  }

  @Override
  public int of(String text) {
    return tokenizer.encode(text).length;
  }

  private static String hash(Path folder) throws IOException {
    MessageDigest digest = sha256();
    for (String file : FILES) {
      for (Path path :
          Stream.of(file, file + ".gz").map(folder::resolve).filter(Files::exists).toList()) {
        digest.update(Files.readAllBytes(path));
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS_OF_HASH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
