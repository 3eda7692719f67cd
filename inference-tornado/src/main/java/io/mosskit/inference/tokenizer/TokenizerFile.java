package io.mosskit.inference.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file of a tokenizer folder, read whole: plain, or compressed under the same name with `.gz`.
final class TokenizerFile {

  private final Path path;
  private final byte[] content;

  private TokenizerFile(Path path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /// The file of this name, the plain one where both are there; empty where neither is.
  static Optional<TokenizerFile> find(Path folder, String name) throws IOException {
    Path plain = folder.resolve(name);
    if (Files.exists(plain)) {
      return Optional.of(new TokenizerFile(plain, Files.readAllBytes(plain)));
    }
    Path compressed = folder.resolve(name + ".gz");
    return Files.exists(compressed)
        ? Optional.of(new TokenizerFile(compressed, decompress(compressed)))
        : Optional.empty();
  }

  /// The file of this name; an error that names it where it is missing.
  static TokenizerFile require(Path folder, String name) throws IOException {
    Optional<TokenizerFile> file = find(folder, name);
    if (file.isEmpty()) {
      throw new TokenizerFileException(
          folder,
          "neither %s nor %s.gz is in this folder; name the folder with the tokenizer files of a MOSS model"
              .formatted(name, name));
    }
    return file.get();
  }

  private static byte[] decompress(Path path) throws IOException {
    byte[] compressed = Files.readAllBytes(path);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return in.readAllBytes();
    } catch (ZipException | EOFException e) {
      throw new TokenizerFileException(
          path, "not a whole gzip file (" + e.getMessage() + "); fetch it again");
    }
  }

  byte[] content() {
    return content;
  }

  /// What is wrong with a line of this file, counted from 1.
  TokenizerFileException problem(int line, String problem) {
    return new TokenizerFileException(path, line, problem);
  }

  /// What is wrong with this file as a whole.
  TokenizerFileException problem(String problem) {
    return new TokenizerFileException(path, problem);
  }
}
