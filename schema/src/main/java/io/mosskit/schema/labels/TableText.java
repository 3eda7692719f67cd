package io.mosskit.schema.labels;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The text of a table, handed out line by line. The lines of the row that is being read are held,
/// so that reading can go back among them when the row turns out to be broken; how much is held has
/// a limit, at which the text seems to end.
final class TableText extends Reader {

  private static final int HEAD_LENGTH = 1_000;

  /// A line of the file with its line break.
  ///
  /// @param bytes its length in the file; where that is over the limit, only its beginning and its
  ///   line break stand in the text
  private record Line(Origin origin, String text, long bytes) {}

  private final Path file;
  private final ByteLines lines;
  private final List<Line> held = new ArrayList<>();
  private long linesRead;
  private long bytesHeld;
  private int at;
  private int column;
  private boolean exhausted;

  /// @param in the bytes of the file
  /// @param limit the longest row, in bytes
  TableText(Path file, InputStream in, int limit) {
    this.file = file;
    this.lines = new ByteLines(in, limit);
  }

  @Override
  public int read(char[] buffer, int from, int length) throws IOException {
    if (at == held.size() && (isFull() || !holdNextLine())) {
      exhausted = true;
      return -1;
    }
    String text = held.get(at).text();
    int count = Math.min(length, text.length() - column);
    text.getChars(column, column + count, buffer, from);
    column += count;
    if (column == text.length()) {
      at++;
      column = 0;
    }
    return count;
  }

  private boolean holdNextLine() throws IOException {
    ByteLines.Line line = lines.next();
    if (line == null) {
      return false;
    }
    linesRead++;
    Origin origin = new Origin(file, linesRead, line.offset());
    held.add(new Line(origin, LenientUtf8.decode(line.kept()), line.length()));
    bytesHeld += line.length();
    return true;
  }

  int limit() {
    return lines.limit();
  }

  /// Whether the lines that are held reach the limit.
  boolean isFull() {
    return bytesHeld >= limit();
  }

  /// Whether the text has ended, or seemed to, since the last [#goTo].
  boolean isExhausted() {
    return exhausted;
  }

  /// Lets go the lines before that one.
  void forgetBefore(long number) {
    List<Line> past = held.subList(0, indexOf(number));
    at -= past.size();
    for (Line line : past) {
      bytesHeld -= line.bytes();
    }
    past.clear();
  }

  /// Goes on reading at that line, which is held or is the first after those that are.
  void goTo(long number) {
    at = indexOf(number);
    column = 0;
    exhausted = false;
  }

  /// Whether that line has no line break, as the last one of a file that was cut off.
  boolean isTorn(long number) {
    String text = held.get(indexOf(number)).text();
    return !text.endsWith("\n") && !text.endsWith("\r");
  }

  /// Whether one of these lines is longer than the limit, and was cut.
  boolean isCut(long first, long last) {
    return held.subList(indexOf(first), indexOf(last + 1)).stream()
        .anyMatch(line -> line.bytes() > limit());
  }

  /// Where that line begins.
  Origin origin(long number) {
    return held.get(indexOf(number)).origin();
  }

  /// What stands on that line, without its line break, for a rejection.
  Json.Obj json(long number) {
    Line line = held.get(indexOf(number));
    String text = line.text().replaceFirst("\\R$", "");
    if (line.bytes() > limit()) {
      String head = Cell.shorten(text, HEAD_LENGTH);
      return Json.object().put("bytes", line.bytes()).put("head", head).build();
    }
    return LenientUtf8.isBroken(text)
        ? LenientUtf8.base64(text)
        : Json.object().put("text", text).build();
  }

  /// The number of the last line that has been read.
  long linesRead() {
    return linesRead;
  }

  /// Where reading has come to: the last line and the byte after it.
  Origin end() {
    return new Origin(file, Math.max(1, linesRead), lines.bytesRead());
  }

  private int indexOf(long number) {
    long firstHeld = linesRead - held.size() + 1;
    return Math.clamp(number - firstHeld, 0, held.size());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
