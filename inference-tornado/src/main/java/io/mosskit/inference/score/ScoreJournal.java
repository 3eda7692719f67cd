package io.mosskit.inference.score;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scores of all dialogues that have been scored, each written before anything else is done
/// with it, so that no dialogue is scored twice, however the process ends.
///
/// A file of JSON lines: what they were scored with, then `{"key", "score"}` for each dialogue. A
/// last line that was cut off is removed when the file is opened again. In memory are only the keys
/// and the places of the lines.
final class ScoreJournal implements AutoCloseable {

  private static final int BUFFER = 1 << 20;

  private record Place(long offset, int length) {}

  private final FileChannel channel;
  private final Map<String, Place> places = new HashMap<>();
  private long end;

  private ScoreJournal(FileChannel channel) {
    this.channel = channel;
  }

  /// Opens a journal, or begins it.
  ///
  /// @param with what decides the scores: model, backend, head, number of surprises
  /// @throws ScoredOtherwiseException if the scores in it were made with something else
  static ScoreJournal open(Path file, Json.Obj with) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      ScoreJournal journal = new ScoreJournal(channel);
      journal.readAll(file, with);
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void readAll(Path file, Json.Obj with) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long at = 0;
    while (channel.read(buffer, at + buffer.position()) > 0) {
      int line = 0;
      for (int i = 0; i < buffer.position(); i++) {
        if (buffer.get(i) == '\n') {
          take(
              file,
              with,
              new String(buffer.array(), line, i - line, StandardCharsets.UTF_8),
              at + line);
          line = i + 1;
        }
      }
      at += line;
      ByteBuffer rest = ByteBuffer.allocate(line > 0 ? buffer.capacity() : 2 * buffer.capacity());
      rest.put(buffer.array(), line, buffer.position() - line);
      buffer = rest;
    }
    end = at;
    channel.truncate(end);
    if (end == 0) {
      append(with.text());
    }
  }

  private void take(Path file, Json.Obj with, String line, long offset) throws IOException {
    Json.Obj read = parse(file, line);
    if (offset == 0) {
      if (!read.equals(with)) {
        throw new ScoredOtherwiseException(file, read.text(), with.text());
      }
      return;
    }
    String key = read.string("key");
    if (key == null) {
      throw new IOException(
          file + ": no score at byte " + offset + "; delete the file to score anew");
    }
    places.put(key, new Place(offset, line.getBytes(StandardCharsets.UTF_8).length));
  }

  private static Json.Obj parse(Path file, String line) throws IOException {
    try {
      if (Json.parse(line) instanceof Json.Obj object) {
        return object;
      }
      throw new IOException(file + ": a line is no object; delete the file to score anew");
    } catch (JsonException e) {
      throw new IOException(file + ": " + e.getMessage() + "; delete the file to score anew", e);
    }
  }

  /// How many dialogues have a score.
  int size() {
    return places.size();
  }

  boolean holds(String key) {
    return places.containsKey(key);
  }

  /// Keeps the scores of some dialogues, all of them with one write.
  void add(List<String> keys, List<Json.Obj> scores) throws IOException {
    StringBuilder lines = new StringBuilder();
    Map<String, Place> added = new HashMap<>();
    long offset = end;
    for (int i = 0; i < keys.size(); i++) {
      String line =
          Json.object().put("key", keys.get(i)).put("score", scores.get(i)).build().text();
      int length = line.getBytes(StandardCharsets.UTF_8).length;
      added.put(keys.get(i), new Place(offset, length));
      offset += length + 1;
      lines.append(lines.isEmpty() ? "" : "\n").append(line);
    }
    append(lines.toString());
    places.putAll(added);
  }

  private void append(String lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((lines + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      end += channel.write(bytes, end);
    }
  }

  /// The score of a dialogue; empty where it has none.
  Optional<Json.Obj> score(String key) throws IOException {
    Place place = places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer line = ByteBuffer.allocate(place.length());
    while (line.hasRemaining() && channel.read(line, place.offset() + line.position()) > 0) {}
    try {
      Json.Obj read = (Json.Obj) Json.parse(new String(line.array(), StandardCharsets.UTF_8));
      return read.get("score") instanceof Json.Obj score ? Optional.of(score) : Optional.empty();
    } catch (JsonException e) {
      throw new IOException("the journal changed while it was in use", e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
