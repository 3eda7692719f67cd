package io.mosskit.curation.tag;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/// What is said of a CSV file that cannot be read to its end.
final class Tables {

  private Tables() {}

  /// @param name of the file
  static IOException broken(String name, IOException e) {
    return e instanceof CharacterCodingException
        ? new IOException(name + ": expected UTF-8, found other bytes; save it as UTF-8", e)
        : new IOException(name + ": " + e.getMessage() + "; mend the quotes of that row", e);
  }
}
