package io.mosskit.inference.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mosskit.inference.serve.api.ChatCourse;
import io.mosskit.inference.serve.api.CompletionCourse;
import io.mosskit.inference.serve.api.Course;
import io.mosskit.inference.serve.api.DemoCourse;
import io.mosskit.inference.serve.api.DemoDialogues;
import io.mosskit.inference.serve.api.EmbeddingCourse;
import io.mosskit.inference.serve.api.Refusal;
import io.mosskit.inference.serve.api.ServedModel;
import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.BusyException;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that is done over HTTP: letting in, reading, waiting for the engine, answering.
final class Endpoint implements HttpHandler {

  private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());

  private static final String MODELS = "/v1/models";
  private static final String CHAT = "/v1/chat/completions";
  private static final String COMPLETIONS = "/v1/completions";
  private static final String EMBEDDINGS = "/v1/embeddings";
  private static final String DEMO = "/";
  private static final String HEALTH = "/health";
  private static final String METRICS = "/metrics";
  private static final Set<String> ROUTES =
      Set.of(MODELS, CHAT, COMPLETIONS, EMBEDDINGS, DEMO, HEALTH, METRICS);

  private static final int DRAINED_BYTES = 64 << 20;
  private static final int MOST_DIALOGUES = 1000;
  private static final int GONE = 499;

  private final ServedModel model;
  private final ServerOptions options;
  private final Gate gate;
  private final Visitors visitors;
  private final Books books = new Books();
  private final DemoDialogues dialogues = new DemoDialogues(MOST_DIALOGUES);

  Endpoint(ServedModel model, ServerOptions options, Visitors visitors) {
    this.model = model;
    this.options = options;
    this.gate = new Gate(options.token());
    this.visitors = visitors;
  }

  /// Answers a request, or throws: the connection is broken off then, so that what was sent cannot
  /// be taken for the whole.
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    int status = GONE;
    try {
      admit(exchange, path);
      status = exchange.getResponseCode();
      exchange.close();
    } catch (Outlet.BrokenOffException e) {
      status = e.status();
      throw e;
    } catch (IOException e) {
      books.enterGone();
      throw e;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server has stopped");
    } finally {
      books.enter(route(path), status, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /// What a path is counted under: paths are the client's to choose, and there may be many.
  private static String route(String path) {
    return ROUTES.contains(path) ? path : "other";
  }

  private void admit(HttpExchange exchange, String path) throws IOException, InterruptedException {
    try {
      if (path.equals(HEALTH)) {
        requireGet(exchange);
        health(exchange);
        return;
      }
      gate.check(exchange.getRequestHeaders());
      switch (path) {
        case METRICS -> {
          requireGet(exchange);
          byte[] text = books.text(model.engine().counts()).getBytes(StandardCharsets.UTF_8);
          Outlet.send(exchange, 200, Books.CONTENT_TYPE, text);
        }
        case CHAT, COMPLETIONS, EMBEDDINGS, DEMO -> {
          if (!exchange.getRequestMethod().equals("POST")) {
            throw wrongMethod(exchange, "POST");
          }
          answer(exchange, path);
        }
        default -> models(exchange, path);
      }
    } catch (Refusal refusal) {
      Outlet.send(exchange, refusal);
    } catch (RuntimeException bug) {
      // The connection would be closed without a word; both sides are to see what happened.
      LOG.log(Level.ERROR, "a request to " + route(path) + " failed", bug);
      Outlet.send(exchange, Refusal.failed("A bug of the server: " + bug));
    }
  }

  private void health(HttpExchange exchange) throws IOException, Refusal {
    if (visitors.isClosed()) {
      throw Refusal.stopping();
    }
    if (!model.engine().isAlive()) {
      throw Refusal.failed("the model is no longer computed; start the server again");
    }
    send(exchange, Json.object().put("status", "ok").build());
  }

  private void models(HttpExchange exchange, String path) throws IOException, Refusal {
    boolean list = path.equals(MODELS);
    if (!list && !path.startsWith(MODELS + "/")) {
      throw Refusal.noSuchPath(exchange.getRequestMethod(), path);
    }
    requireGet(exchange);
    if (list) {
      Json data = Json.of(List.of(model.json()));
      send(exchange, Json.object().put("object", "list").put("data", data).build());
      return;
    }
    String name = path.substring(MODELS.length() + 1);
    if (!name.equals(model.name())) {
      throw Refusal.noSuchModel(name, model.name());
    }
    send(exchange, model.json());
  }

  private void answer(HttpExchange exchange, String path)
      throws IOException, InterruptedException, Refusal {
    if (!visitors.enter()) {
      throw Refusal.stopping();
    }
    try {
      Course course = course(path, text(body(exchange)));
      Outlet outlet = course.streams() ? new Outlet.Stream(exchange) : new Outlet.Whole(exchange);
      try (Asking asking = model.engine().ask(course.tasks())) {
        follow(course, asking, outlet);
      } catch (BusyException e) {
        throw Refusal.busy(String.valueOf(e.getMessage()));
      }
    } finally {
      visitors.leave();
    }
  }

  private Course course(String path, String body) throws Refusal {
    return switch (path) {
      case CHAT -> ChatCourse.of(body, model);
      case COMPLETIONS -> CompletionCourse.of(body, model);
      case EMBEDDINGS -> EmbeddingCourse.of(body, model);
      default -> DemoCourse.of(body, model, dialogues);
    };
  }

  private void follow(Course course, Asking asking, Outlet outlet)
      throws IOException, InterruptedException {
    long due = System.nanoTime() + options.beat().toNanos();
    while (!course.isDone()) {
      long left = due - System.nanoTime();
      @Nullable Event event = left > 0 ? asking.next(Duration.ofNanos(left)) : null;
      switch (event) {
        case null -> {
          outlet.beat();
          due = System.nanoTime() + options.beat().toNanos();
        }
        case Event.Failed(_, String problem) -> {
          outlet.refuse(visitors.isClosed() ? Refusal.stopping() : Refusal.failed(problem));
          return;
        }
        case Event some -> {
          for (Json.Obj piece : course.take(some, asking)) {
            outlet.piece(piece);
          }
        }
      }
    }
    for (Json.Obj piece : course.last()) {
      outlet.piece(piece);
    }
    outlet.end(course.whole());
  }

  private static void requireGet(HttpExchange exchange) throws Refusal {
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      throw wrongMethod(exchange, "GET, HEAD");
    }
  }

  private static Refusal wrongMethod(HttpExchange exchange, String allowed) {
    exchange.getResponseHeaders().set("Allow", allowed);
    return Refusal.wrongMethod(
        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), allowed);
  }

  private byte[] body(HttpExchange exchange) throws IOException, Refusal {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(options.bodyBytes());
    if (in.read() >= 0) {
      // A client that is still sending when the connection closes would never see the answer.
      in.skip(DRAINED_BYTES);
      throw Refusal.tooLarge(options.bodyBytes());
    }
    return body;
  }

  private static String text(byte[] body) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(null, "the request body is no UTF-8");
    }
  }

  private static void send(HttpExchange exchange, Json.Obj body) throws IOException {
    Outlet.send(exchange, 200, "application/json", body.text().getBytes(StandardCharsets.UTF_8));
  }
}
