package io.mosskit.inference.tokenizer;

import java.io.IOException;
import java.nio.file.Path;

/// A file of a tokenizer is missing, broken or contradicts another one. Reading it again does not
/// help. The message begins with the file and, where there is one, the line (`merges.txt:17: …`).
public final class TokenizerFileException extends IOException {

  TokenizerFileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  TokenizerFileException(Path file, long line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
