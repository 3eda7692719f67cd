package io.mosskit.plugins.search.web;

import io.mosskit.plugins.search.Hit;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answers of search engines in a file of JSON Lines, to which new ones are appended:
/// `{"service": …, "query": …, "at": …, "hits": [{"title": …, "url": …, "text": …}]}`. The first
/// answer to a question stays its answer. A last line that a crash has cut off is cut away. One
/// process at a time writes. Thread-safe.
final class Answers implements AutoCloseable {

  private record Question(String service, String query) {}

  private final @Nullable FileChannel channel;
  private final Map<Question, List<Hit>> byQuestion = new HashMap<>();

  private Answers(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /// Answers that are only looked up.
  ///
  /// @throws IOException where the file is absent or not one of answers
  static Answers read(Path file) throws IOException {
    Answers answers = new Answers(null);
    answers.load(file, Files.readAllBytes(file));
    return answers;
  }

  /// Answers to which more are added; the file is made where it is absent.
  ///
  /// @throws IOException where it cannot be written, another process writes it, or it is not one of
  ///   answers
  static Answers open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(file, channel);
      Answers answers = new Answers(channel);
      long whole = answers.load(file, Files.readAllBytes(file));
      channel.truncate(whole).position(whole);
      return answers;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      lock = null;
    }
    if (lock == null) {
      throw new FileSystemException(
          file.toString(), null, "another search writes to this file; wait for its end");
    }
  }

  /// How many bytes of the file are whole lines.
  private long load(Path file, byte[] bytes) throws IOException {
    int from = 0;
    long line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String text = new String(bytes, from, i - from, StandardCharsets.UTF_8);
        if (!text.isBlank()) {
          load(text, file, line);
        }
        from = i + 1;
        line++;
      }
    }
    return from;
  }

  private void load(String text, Path file, long line) throws IOException {
    try {
      Json answer = Json.parse(text);
      String service = string(answer, "service");
      String query = string(answer, "query");
      if (service != null
          && query != null
          && answer instanceof Json.Obj object
          && object.get("hits") instanceof Json.Arr hits) {
        byQuestion.putIfAbsent(new Question(service, query), hits(hits));
        return;
      }
    } catch (JsonException _) {
      // said below
    }
    throw new FileSystemException(
        file.toString(), null, "line " + line + " is no answer of a search; mend or remove it");
  }

  private static List<Hit> hits(Json.Arr array) {
    List<Hit> hits = new ArrayList<>();
    for (Json element : array.elements()) {
      String text = string(element, "text");
      if (text != null && !text.isBlank()) {
        hits.add(new Hit(orEmpty(string(element, "title")), orEmpty(string(element, "url")), text));
      }
    }
    return List.copyOf(hits);
  }

  private static @Nullable String string(Json json, String member) {
    return json instanceof Json.Obj object ? object.string(member) : null;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  synchronized Optional<List<Hit>> find(String service, String query) {
    return Optional.ofNullable(byQuestion.get(new Question(service, query)));
  }

  /// Keeps an answer, on disk before it is returned, and returns the one that stands from now on.
  synchronized List<Hit> keep(String service, String query, List<Hit> hits, Instant at)
      throws IOException {
    Question question = new Question(service, query);
    List<Hit> earlier = byQuestion.get(question);
    if (earlier != null) {
      return earlier;
    }
    if (channel != null) {
      append(json(question, hits, at).text() + "\n");
    }
    byQuestion.put(question, hits);
    return hits;
  }

  private static Json json(Question question, List<Hit> hits, Instant at) {
    List<Json> array = new ArrayList<>();
    for (Hit hit : hits) {
      array.add(
          Json.object()
              .put("title", hit.title())
              .put("url", hit.source())
              .put("text", hit.text())
              .build());
    }
    return Json.object()
        .put("service", question.service())
        .put("query", question.query())
        .put("at", at.toString())
        .put("hits", Json.of(array))
        .build();
  }

  private void append(String line) throws IOException {
    if (channel != null) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
