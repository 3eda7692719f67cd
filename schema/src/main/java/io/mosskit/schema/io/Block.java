package io.mosskit.schema.io;

import java.nio.file.Path;

/// A stretch of a file that one thread parses.
sealed interface Block {

  /// Has its records decoded in order.
  void decode(Decoder decoder);

  /// Whole lines.
  ///
  /// @param length how many of the bytes belong to the block
  /// @param firstLine the number of its first line
  /// @param offset of its first byte in the file
  /// @param torn whether the file ends with this block and without a line break
  record Lines(Path file, byte[] bytes, int length, long firstLine, long offset, boolean torn)
      implements Block {

    @Override
    public void decode(Decoder decoder) {
      long line = firstLine;
      int start = 0;
      while (start < length) {
        int end = Newlines.next(bytes, start, length);
        int from = start;
        int to = end;
        while (from < to && isBlank(bytes[from])) {
          from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
          to--;
        }
        if (from < to) {
          Origin origin = new Origin(file, line, offset + from);
          decoder.record(bytes, from, to, origin, torn && end == length);
        }
        line++;
        start = end + 1;
      }
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || b == '\t' || b == '\r';
    }
  }

  /// One record that fills these bytes, as in a file of its own or in an array.
  record Document(byte[] bytes, Origin origin) implements Block {

    @Override
    public void decode(Decoder decoder) {
      decoder.record(bytes, 0, bytes.length, origin, false);
    }
  }

  /// A stretch that cannot be read.
  record Unreadable(Rejection rejection) implements Block {

    @Override
    public void decode(Decoder decoder) {
      decoder.unreadable(rejection);
    }
  }
}
