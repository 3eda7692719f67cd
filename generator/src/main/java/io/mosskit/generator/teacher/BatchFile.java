package io.mosskit.generator.teacher;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The requests of one batch while they are gathered, each written at once into a file outside the
/// heap. Not thread-safe.
final class BatchFile implements AutoCloseable {

  private final BatchSettings settings;
  private final Path path;
  private final BufferedWriter out;
  private final List<Ticket> tickets = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private long bytes;

  private BatchFile(BatchSettings settings, Path path) throws IOException {
    this.settings = settings;
    this.path = path;
    this.out = Files.newBufferedWriter(path);
  }

  static BatchFile create(BatchSettings settings) throws IOException {
    return new BatchFile(settings, Files.createTempFile("mosskit-batch-", ".jsonl"));
  }

  /// Takes a request, unless the batch would become too large or know two requests by one name. The
  /// first is always taken: if it is too large for a batch alone, the server will say so.
  boolean take(Ticket ticket, String line) throws IOException {
    long more = line.getBytes(StandardCharsets.UTF_8).length + 1L;
    boolean fits = tickets.size() < settings.maxRequests() && bytes + more <= settings.maxBytes();
    if (!tickets.isEmpty() && (!fits || ids.contains(ticket.key().request()))) {
      return false;
    }
    out.write(line);
    out.write('\n');
    bytes += more;
    tickets.add(ticket);
    ids.add(ticket.key().request());
    return true;
  }

  boolean isFull() {
    return tickets.size() >= settings.maxRequests() || bytes >= settings.maxBytes();
  }

  List<Ticket> tickets() {
    return tickets;
  }

  /// The file with all its lines.
  Path finished() throws IOException {
    out.close();
    return path;
  }

  /// Takes the file away.
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(path);
  }
}
