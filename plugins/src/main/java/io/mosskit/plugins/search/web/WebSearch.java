package io.mosskit.plugins.search.web;

import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.SearchEngine;
import io.mosskit.plugins.search.SearchException;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A search engine of the web, whose answers are kept in a file. The web changes; the file does
/// not: a question that has an answer in it is never asked again, so a run with its file can be
/// made again, without the network too ([#offline]).
public final class WebSearch implements SearchEngine, AutoCloseable {

  private final WebService service;
  private final Answers answers;
  private final @Nullable Fetcher fetcher;
  private final InstantSource clock;

  private WebSearch(
      WebService service, Answers answers, @Nullable Fetcher fetcher, InstantSource clock) {
    this.service = service;
    this.answers = answers;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /// Asks a service what the file does not know yet, and adds the answers to it.
  ///
  /// @param file of answers, made where it is absent
  /// @throws IOException where the file cannot be read or written
  public static WebSearch online(WebService service, Path file, WebLimits limits)
      throws IOException {
    return online(service, file, limits, Thread::sleep, Clock.systemUTC());
  }

  static WebSearch online(
      WebService service, Path file, WebLimits limits, Fetcher.Pause pause, InstantSource clock)
      throws IOException {
    Answers answers = Answers.open(file);
    return new WebSearch(service, answers, new Fetcher(limits, pause, clock), clock);
  }

  /// Looks into the file alone. Nothing is sent.
  ///
  /// @throws NoSuchFileException where the file is absent
  public static WebSearch offline(WebService service, Path file) throws IOException {
    return new WebSearch(service, Answers.read(file), null, Clock.systemUTC());
  }

  /// The service's name: what the web says has no fingerprint.
  @Override
  public String version() {
    return service.name();
  }

  @Override
  public List<Hit> search(String query, int results, int characters) throws SearchException {
    String asked = query.strip();
    Optional<List<Hit>> known = answers.find(service.name(), asked);
    if (known.isPresent()) {
      return first(results, known.get());
    }
    if (fetcher == null) {
      throw new SearchException(
          "offline, and no kept answer to '"
              + asked
              + "'; ask it once online with the same file of answers");
    }
    List<Hit> hits = service.hits(fetch(asked, fetcher));
    try {
      return first(results, answers.keep(service.name(), asked, hits, clock.instant()));
    } catch (IOException e) {
      throw new SearchException("the answer cannot be kept: " + e.getMessage(), e);
    }
  }

  private static List<Hit> first(int results, List<Hit> hits) {
    return hits.subList(0, Math.min(results, hits.size()));
  }

  private Json fetch(String query, Fetcher from) throws SearchException {
    byte[] body = from.get(service, service.address(query));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return Json.parse(text);
    } catch (CharacterCodingException | JsonException e) {
      throw new SearchException(
          service.name() + ": the answer is no JSON (" + e.getMessage() + "); check the address",
          e);
    }
  }

  @Override
  public void close() throws IOException {
    if (fetcher != null) {
      fetcher.close();
    }
    answers.close();
  }
}
