package io.mosskit.inference.serve;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.RandomCheckpoint;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.serve.api.ServedModel;
import io.mosskit.inference.serve.engine.Engine;
import io.mosskit.inference.serve.engine.EngineOptions;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// A server that runs for a test, and a client of it.
final class Running implements AutoCloseable {

  static final int POSITIONS = 2048;
  private static final Path TOKENIZER =
      Path.of("src/test/resources/io/mosskit/inference/tokenizer/hand-made");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2023-04-21T01:02:03Z"));

  private final Backend backend;
  private final Optional<RandomCheckpoint> checkpoint;
  private final ServedModel model;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Running(
      Backend backend,
      Optional<RandomCheckpoint> checkpoint,
      EngineOptions engine,
      UnaryOperator<ServerOptions> options)
      throws IOException {
    this.backend = backend;
    this.checkpoint = checkpoint;
    MossTokenizer tokenizer = tokenizer();
    model =
        new ServedModel(
            "tiny",
            Engine.start(backend, tokenizer.vocabularySize(), engine),
            tokenizer,
            SamplingSettings.GREEDY.withTemperature(1),
            new ServedModel.Sources(new AtomicLong(1)::getAndIncrement, CLOCK));
    server = Server.start(model, options.apply(ServerOptions.onLoopback(0)));
  }

  static MossTokenizer tokenizer() throws IOException {
    return MossTokenizer.load(TOKENIZER);
  }

  /// A model of random weights.
  static Running random(EngineOptions engine, UnaryOperator<ServerOptions> options)
      throws IOException {
    MossConfig sizes =
        RandomCheckpoint.sizes(tokenizer().vocabularySize(), POSITIONS, 32, 2, 4, 64, 4);
    RandomCheckpoint checkpoint = RandomCheckpoint.of(sizes, ElementType.F32, 3);
    return new Running(CpuBackend.load(checkpoint), Optional.of(checkpoint), engine, options);
  }

  static Running random() throws IOException {
    return random(EngineOptions.of(4, 64, POSITIONS), UnaryOperator.identity());
  }

  /// A model that says what a function makes of the prompt.
  static Running scripted(UnaryOperator<String> replies) throws IOException {
    return scripted(
        replies,
        new Semaphore(Integer.MAX_VALUE),
        EngineOptions.of(4, 64, POSITIONS),
        UnaryOperator.identity());
  }

  /// The same, a step for each permit.
  static Running scripted(
      UnaryOperator<String> replies,
      Semaphore steps,
      EngineOptions engine,
      UnaryOperator<ServerOptions> options)
      throws IOException {
    return new Running(
        new ScriptedModel(tokenizer(), POSITIONS, replies, steps),
        Optional.empty(),
        engine,
        options);
  }

  Backend backend() {
    return backend;
  }

  Server server() {
    return server;
  }

  ServedModel model() {
    return model;
  }

  URI uri(String path) {
    return URI.create(server.baseUrl().replace("/v1", "") + path);
  }

  /// A request for a body, to which headers may be added.
  HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(60))
        .POST(BodyPublishers.ofString(body));
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(request(path, body).build());
  }

  /// The answer, which must be one.
  Json.Obj ask(String path, String body) throws Exception {
    HttpResponse<String> response = post(path, body);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return (Json.Obj) Json.parse(response.body());
  }

  /// The pieces of a stream, which must end as one.
  List<Json.Obj> stream(String path, String body) throws Exception {
    List<Json.Obj> pieces = new ArrayList<>();
    List<String> lines =
        post(path, body).body().lines().filter(line -> line.startsWith("data: ")).toList();
    for (String line : lines.subList(0, lines.size() - 1)) {
      pieces.add((Json.Obj) Json.parse(line.substring(6)));
    }
    if (!lines.getLast().equals("data: [DONE]")) {
      throw new AssertionError(lines.toString());
    }
    return pieces;
  }

  /// What stands at a path of names and indices; null where there is nothing.
  static String text(Json json, Object... path) throws JsonException {
    Json at = json;
    for (Object step : path) {
      at =
          switch (at) {
            case Json.Obj object -> object.members().get(step);
            case Json.Arr(List<Json> elements) -> elements.get((Integer) step);
            default -> throw new AssertionError(step + " of " + at);
          };
    }
    return at instanceof Json.Str(String value) ? value : String.valueOf(at);
  }

  @Override
  public void close() {
    server.close();
    backend.close();
    checkpoint.ifPresent(RandomCheckpoint::close);
    client.close();
  }
}
