package io.mosskit.schema.labels;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts bytes into lines, which end with CR, LF or CRLF. A byte order mark at the beginning is
/// passed over. Of a line that is longer than the limit only the beginning and the line break are
/// kept.
final class ByteLines implements Closeable {

  /// One line.
  ///
  /// @param offset of its first byte in the file
  /// @param length in the file, in bytes, its line break included
  /// @param kept what is kept of it
  record Line(long offset, long length, byte[] kept) {}

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int next;
  private int filled;
  private long bytesRead;

  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  int limit() {
    return limit;
  }

  /// How many bytes have been read.
  long bytesRead() {
    return bytesRead;
  }

  /// The next line, null after the last.
  @Nullable Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    long offset = bytesRead;
    kept.reset();
    boolean ended = false;
    while (!ended && fill()) {
      ended = takeUpToLineBreak();
    }
    return new Line(offset, bytesRead - offset, kept.toByteArray());
  }

  private boolean takeUpToLineBreak() throws IOException {
    int end = next;
    while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    take(end - next, limit - kept.size());
    if (next == filled) {
      return false;
    }
    boolean carriageReturn = buffer[next] == '\r';
    take(1, 1);
    if (carriageReturn && fill() && buffer[next] == '\n') {
      take(1, 1);
    }
    return true;
  }

  private void take(int count, int atMost) {
    kept.write(buffer, next, Math.clamp(atMost, 0, count));
    next += count;
    bytesRead += count;
  }

  /// Whether there is a byte to take.
  private boolean fill() throws IOException {
    if (next < filled) {
      return true;
    }
    next = 0;
    if (bytesRead > 0) {
      filled = in.read(buffer);
      return filled > 0;
    }
    filled = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
    if (!Arrays.equals(buffer, 0, filled, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
      return filled > 0;
    }
    bytesRead = filled;
    next = filled;
    return fill();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
