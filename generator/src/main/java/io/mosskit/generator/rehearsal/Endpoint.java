package io.mosskit.generator.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Everything that is done over HTTP: reading, waiting, failing on purpose, answering.
final class Endpoint implements HttpHandler {

  private static final String COMPLETIONS = "/v1/chat/completions";
  private static final String MODELS = "/v1/models";
  private static final String USAGE = "/v1/usage";
  private static final int DRAINED_BYTES = 64 << 20;

  private final RehearsalOptions options;
  private final Respondent respondent;
  private final FaultPlan plan;
  private final Ledger ledger;
  private final CountDownLatch closing;

  /// @param closing opened when the server stops, which ends all waiting
  Endpoint(RehearsalOptions options, Respondent respondent, Ledger ledger, CountDownLatch closing) {
    this.options = options;
    this.respondent = respondent;
    this.plan = new FaultPlan(options.faults(), options.seed());
    this.ledger = ledger;
    this.closing = closing;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals(COMPLETIONS)) {
        complete(exchange);
      } else {
        look(exchange, path);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(HttpExchange exchange, String path) throws IOException {
    try {
      if (path.equals(USAGE)) {
        require(exchange, "GET");
        send(exchange, 200, usage());
        return;
      }
      boolean list = path.equals(MODELS);
      if (!list && !path.startsWith(MODELS + "/")) {
        throw Refusal.noSuchPath(exchange.getRequestMethod(), path);
      }
      require(exchange, "GET");
      String model = list ? RehearsalTeacher.MODEL : path.substring(MODELS.length() + 1);
      if (!model.equals(RehearsalTeacher.MODEL)) {
        throw Refusal.noSuchModel(model);
      }
      send(exchange, 200, list ? Completion.models() : Completion.model());
    } catch (Refusal refusal) {
      send(exchange, refusal.status(), refusal.body());
    }
  }

  /// The bill so far: a path of our own, for drills.
  private Json.Obj usage() {
    return Json.object()
        .put("answered", ledger.answered().json())
        .put("unheard", ledger.unheard().json())
        .build();
  }

  private void complete(HttpExchange exchange) throws IOException, InterruptedException {
    String id = header(exchange, RehearsalTeacher.REQUEST_HEADER);
    try {
      require(exchange, "POST");
      Respondent.Response response =
          respondent.respond(text(body(exchange, options.maxRequestBytes())));
      if (pause(options.faults().answerDelay())) {
        respond(exchange, id, response);
      }
    } catch (Refusal refusal) {
      ledger.enter(id, Outcome.REFUSED);
      send(exchange, refusal.status(), refusal.body());
    } catch (IllegalArgumentException | IllegalStateException bug) {
      // The server would close the connection without a word; the client is to see what happened.
      ledger.enter(id, Outcome.FAILED);
      send(exchange, 500, error("A bug of the rehearsal teacher: " + bug, "server_error"));
    }
  }

  private void respond(HttpExchange exchange, String id, Respondent.Response response)
      throws IOException, InterruptedException {
    Json.Obj right = response.completion();
    Fault fault = plan.next(response.call().identity()).orElse(null);
    Metered metered = response.metered();
    switch (fault) {
      case null -> succeed(exchange, id, right, metered);
      case SLOW -> {
        if (pause(options.faults().slowness())) {
          succeed(exchange, id, right, metered);
        }
      }
      case RATE_LIMITED -> limit(exchange, id);
      case FAILED -> {
        ledger.enter(id, Outcome.FAILED);
        send(exchange, 500, error("The server had an error; ask again", "server_error"));
      }
      case HANG -> {
        ledger.meter(metered, false);
        ledger.enter(id, Outcome.HANG);
        pause(options.faults().hang());
      }
      case TRUNCATED -> {
        ledger.meter(metered, false);
        ledger.enter(id, Outcome.TRUNCATED);
        byte[] whole = bytes(right);
        send(exchange, 200, Arrays.copyOf(whole, whole.length / 2));
      }
      case EMPTY -> {
        ledger.meter(metered, false);
        ledger.enter(id, Outcome.EMPTY);
        send(exchange, 200, respondent.empty(response.call()));
      }
    }
  }

  private void succeed(HttpExchange exchange, String id, Json.Obj answer, Metered metered)
      throws IOException {
    ledger.meter(metered, true);
    ledger.enter(id, Outcome.ANSWERED);
    send(exchange, 200, answer);
  }

  private void limit(HttpExchange exchange, String id) throws IOException {
    Duration wait = options.faults().retryAfter();
    long seconds = (wait.toMillis() + 999) / 1000;
    exchange.getResponseHeaders().set("Retry-After", Long.toString(seconds));
    exchange.getResponseHeaders().set("Retry-After-Ms", Long.toString(wait.toMillis()));
    ledger.enter(id, Outcome.RATE_LIMITED);
    send(exchange, 429, error("Rate limit reached; ask again later", "rate_limit_exceeded"));
  }

  private static Json.Obj error(String message, String code) {
    return Refusal.body(message, code, null, code);
  }

  /// Waits, and says whether the server is still running afterwards.
  private boolean pause(Duration time) throws InterruptedException {
    return time.isZero() || !closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void require(HttpExchange exchange, String method) throws Refusal {
    String used = exchange.getRequestMethod();
    if (!used.equals(method)) {
      exchange.getResponseHeaders().set("Allow", method);
      throw Refusal.wrongMethod(used, exchange.getRequestURI().getPath(), method);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    @Nullable String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  /// The whole body.
  static byte[] body(HttpExchange exchange, int limit) throws IOException, Refusal {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(limit);
    if (in.read() >= 0) {
      // A client that is still sending when the connection closes would never see the answer.
      in.skip(DRAINED_BYTES);
      throw Refusal.tooLarge(limit);
    }
    return body;
  }

  static String text(byte[] body) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(null, "the request body is no UTF-8");
    }
  }

  static void send(HttpExchange exchange, int status, Json.Obj body) throws IOException {
    send(exchange, status, bytes(body));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    send(exchange, status, "application/json", body);
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] bytes(Json.Obj body) {
    return body.text().getBytes(StandardCharsets.UTF_8);
  }
}
