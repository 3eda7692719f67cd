package io.mosskit.generator.rehearsal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// Appends a line for each request to a file: number, outcome and id, divided by tabs. A line is in
/// the file before the answer is on its way, so a drill that kills the client can count afterwards.
///
/// [RehearsalTeacher] calls it for one request at a time.
public final class RequestLog implements Consumer<LoggedRequest>, AutoCloseable {

  private final BufferedWriter out;

  private RequestLog(BufferedWriter out) {
    this.out = out;
  }

  /// Opens a log, new or at the end of an old one.
  public static RequestLog open(Path file) throws IOException {
    return new RequestLog(
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  /// @throws UncheckedIOException where the line cannot be written: a log with gaps proves nothing
  @Override
  public void accept(LoggedRequest request) {
    try {
      String id = request.id().replace('\t', ' ');
      out.write(request.sequence() + "\t" + request.outcome().label() + "\t" + id + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
