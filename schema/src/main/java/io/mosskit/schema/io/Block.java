package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A stretch of a file that one thread parses.
sealed interface Block {

  /// Hands out its entries in order.
  void forEach(Consumer<Entry> entries);

  /// Whole lines.
  ///
  /// @param length how many of the bytes belong to the block
  /// @param firstLine the number of its first line
  /// @param offset of its first byte in the file
  /// @param torn whether the file ends with this block and without a line break
  record Lines(Path file, byte[] bytes, int length, long firstLine, long offset, boolean torn)
      implements Block {

    @Override
    public void forEach(Consumer<Entry> entries) {
      RecordParser parser = new RecordParser();
      long line = firstLine;
      int start = 0;
      while (start < length) {
        int end = lineEnd(start);
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
          Entry entry = parser.parse(bytes, from, to, origin);
          entries.accept(torn && end == length ? asTorn(entry) : entry);
        }
        line++;
        start = end + 1;
      }
    }

    private int lineEnd(int start) {
      int end = start;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      return end;
    }

    private static boolean isBlank(byte b) {
      return b == ' ' || b == '\t' || b == '\r';
    }

    private static Entry asTorn(Entry entry) {
      return switch (entry) {
        case Entry.Accepted accepted -> accepted;
        case Entry.Rejected(Rejection rejection) -> {
          boolean torn =
              rejection.reason().equals(ReadFault.NOT_JSON.label())
                  || rejection.reason().equals(ReadFault.BROKEN_UTF8.label());
          yield torn
              ? new Entry.Rejected(
                  new Rejection(
                      ReadFault.STAGE,
                      ReadFault.TORN_LAST_LINE.label(),
                      "the file ends in the middle of this record; write it again or delete the line ("
                          + rejection.detail()
                          + ")",
                      rejection.values(),
                      rejection.origin(),
                      rejection.record()))
              : entry;
        }
      };
    }
  }

  /// One record that fills these bytes, as in a file of its own or in an array.
  record Document(byte[] bytes, Origin origin) implements Block {

    @Override
    public void forEach(Consumer<Entry> entries) {
      entries.accept(new RecordParser().parse(bytes, 0, bytes.length, origin));
    }
  }

  /// A stretch that cannot be read.
  record Unreadable(Rejection rejection) implements Block {

    static Unreadable of(ReadFault fault, String detail, Origin origin, Json record) {
      return new Unreadable(
          new Rejection(ReadFault.STAGE, fault.label(), detail, Json.Obj.EMPTY, origin, record));
    }

    @Override
    public void forEach(Consumer<Entry> entries) {
      entries.accept(new Entry.Rejected(rejection));
    }
  }
}
