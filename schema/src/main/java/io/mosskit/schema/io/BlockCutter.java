package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Cuts files into blocks: whole lines by the mebibyte, or single documents. A file that breaks off
/// while it is read gives a block that says so, after the blocks before the break.
final class BlockCutter {

  /// Receives the blocks of all files in order.
  interface Sink {
    void accept(Block block) throws InterruptedException;
  }

  static final int BLOCK_BYTES = 1 << 18;
  private static final int HEAD_BYTES = 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final List<Path> files;
  private final int maxRecordBytes;
  private volatile long bytesRead;

  BlockCutter(List<Path> files, int maxRecordBytes) {
    this.files = files;
    this.maxRecordBytes = maxRecordBytes;
  }

  long bytesRead() {
    return bytesRead;
  }

  void cut(Sink sink) throws InterruptedException {
    for (Path file : files) {
      Origin start = new Origin(file, 1, 0);
      try (InputStream in = Compression.open(file, Counted::new)) {
        if (isDocument(file)) {
          cutDocuments(file, in, sink);
        } else {
          new LineCutter(file, sink).cut(in);
        }
      } catch (IOException e) {
        sink.accept(
            new Block.Unreadable(
                Unread.of(
                    ReadFault.UNREADABLE_FILE,
                    "reading stops here: " + e + "; check the file, the rest of it is not read",
                    start,
                    Json.object().put("text", "").build())));
      }
    }
  }

  private static boolean isDocument(Path file) {
    return Compression.baseName(file).endsWith(".json");
  }

  private void cutDocuments(Path file, InputStream in, Sink sink)
      throws IOException, InterruptedException {
    byte[] head = in.readNBytes(maxRecordBytes + 1);
    int start = skipBlank(head, skipMark(head));
    if (start == head.length) {
      return;
    }
    if (head[start] == '[') {
      InputStream whole =
          new SequenceInputStream(new ByteArrayInputStream(head, start, head.length - start), in);
      new ArrayCutter(file, maxRecordBytes, sink).cut(whole);
    } else if (head.length <= maxRecordBytes && !startsWithWholeLine(head, start)) {
      byte[] document = Arrays.copyOfRange(head, start, head.length);
      sink.accept(new Block.Document(document, new Origin(file, 1, start)));
    } else {
      new LineCutter(file, sink).cut(new SequenceInputStream(new ByteArrayInputStream(head), in));
    }
  }

  /// Whether the first line is a whole record and another one follows: lines under the name
  /// `.json`.
  private static boolean startsWithWholeLine(byte[] head, int start) {
    int end = start;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    int next = skipBlank(head, Math.min(end + 1, head.length));
    int last = end - 1;
    while (last > start && (head[last] == '\r' || head[last] == ' ')) {
      last--;
    }
    return next < head.length && head[next] == '{' && last > start && head[last] == '}';
  }

  private static int skipMark(byte[] bytes) {
    return Arrays.mismatch(bytes, 0, Math.min(3, bytes.length), BYTE_ORDER_MARK, 0, 3) < 0 ? 3 : 0;
  }

  private static int skipBlank(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  /// Cuts one file of lines.
  private final class LineCutter {
    private final Path file;
    private final Sink sink;
    private byte[] buffer = new byte[BLOCK_BYTES];
    private int filled;
    private long line = 1;
    private long offset;

    LineCutter(Path file, Sink sink) {
      this.file = file;
      this.sink = sink;
    }

    void cut(InputStream in) throws IOException, InterruptedException {
      boolean first = true;
      while (true) {
        int count = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += count;
        boolean ended = filled < buffer.length;
        if (first) {
          dropMark();
          first = false;
        }
        int end = ended ? filled : lastLineBreak() + 1;
        if (end > 0) {
          emit(end, ended && buffer[end - 1] != '\n');
        } else if (!ended && buffer.length < maxRecordBytes) {
          buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, maxRecordBytes));
        } else if (!ended) {
          skipLongLine(in);
        }
        if (ended) {
          return;
        }
      }
    }

    private void dropMark() {
      int mark = skipMark(buffer);
      if (mark > 0 && filled >= mark) {
        System.arraycopy(buffer, mark, buffer, 0, filled - mark);
        filled -= mark;
        offset = mark;
      }
    }

    private int lastLineBreak() {
      int at = filled - 1;
      while (at >= 0 && buffer[at] != '\n') {
        at--;
      }
      return at;
    }

    private void emit(int end, boolean torn) throws InterruptedException {
      byte[] full = buffer;
      buffer = new byte[Math.max(BLOCK_BYTES, filled - end)];
      System.arraycopy(full, end, buffer, 0, filled - end);
      filled -= end;
      sink.accept(new Block.Lines(file, full, end, line, offset, torn));
      offset += end;
      line += Newlines.count(full, 0, end);
    }

    /// The buffer is full and holds no line break: reads on to the next one, keeping only the head.
    private void skipLongLine(InputStream in) throws IOException, InterruptedException {
      byte[] head = Arrays.copyOf(buffer, HEAD_BYTES);
      long length = filled;
      filled = 0;
      int at = -1;
      while (at < 0) {
        filled = in.readNBytes(buffer, 0, buffer.length);
        at = 0;
        while (at < filled && buffer[at] != '\n') {
          at++;
        }
        length += at;
        if (at == filled && filled == buffer.length) {
          at = -1;
        }
      }
      int rest = Math.max(0, filled - at - 1);
      System.arraycopy(buffer, Math.min(at + 1, filled), buffer, 0, rest);
      filled = rest;
      Json summary =
          Json.object()
              .put("bytes", length)
              .put("head", new String(head, StandardCharsets.UTF_8))
              .build();
      Origin origin = new Origin(file, line, offset);
      sink.accept(new Block.Unreadable(Unread.tooLong(length, maxRecordBytes, origin, summary)));
      line++;
      offset += length + 1;
    }
  }

  /// Counts the bytes that come from disk.
  private final class Counted extends FilterInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      count(Math.max(0, n));
      return n;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the reading thread alone
    private void count(int n) {
      bytesRead += n;
    }
  }
}
