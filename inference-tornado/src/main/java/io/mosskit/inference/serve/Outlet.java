package io.mosskit.inference.serve;

import com.sun.net.httpserver.HttpExchange;
import io.mosskit.inference.serve.api.Refusal;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The way of an answer to the client. The client is gone where it throws.
sealed interface Outlet {

  /// Sends a piece of an answer that comes in pieces.
  void piece(Json.Obj piece) throws IOException;

  /// Sends something that says nothing.
  void beat() throws IOException;

  /// Sends the end of the answer.
  void end(Json.Obj whole) throws IOException;

  /// Says that there will be no answer.
  ///
  /// @throws BrokenOffException if it is too late to say so
  void refuse(Refusal refusal) throws IOException;

  /// There is no way left to say what went wrong but to break the connection off.
  final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private BrokenOffException(Refusal refusal) {
      super(refusal.getMessage());
      status = refusal.status();
    }

    /// The status that the response would have had.
    int status() {
      return status;
    }
  }

  private static byte[] bytes(Json json) {
    return json.text().getBytes(StandardCharsets.UTF_8);
  }

  /// One JSON object. Before one that takes long come blanks, which JSON allows.
  final class Whole implements Outlet {

    private final HttpExchange exchange;
    private @Nullable OutputStream out;

    Whole(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void piece(Json.Obj piece) {}

    @Override
    public void beat() throws IOException {
      if (out == null) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        out = exchange.getResponseBody();
      }
      out.write(' ');
      out.flush();
    }

    @Override
    public void end(Json.Obj whole) throws IOException {
      if (out == null) {
        send(exchange, 200, "application/json", bytes(whole));
      } else {
        out.write(bytes(whole));
        out.close();
      }
    }

    @Override
    public void refuse(Refusal refusal) throws IOException {
      if (out != null) {
        throw new BrokenOffException(refusal);
      }
      send(exchange, refusal);
    }
  }

  /// Events as a server sends them, each a JSON object, and `[DONE]` at the end.
  final class Stream implements Outlet {

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpExchange exchange;
    private @Nullable OutputStream out;

    Stream(HttpExchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void piece(Json.Obj piece) throws IOException {
      OutputStream to = begun();
      to.write(DATA);
      to.write(bytes(piece));
      to.write(END);
      to.flush();
    }

    @Override
    public void beat() throws IOException {
      OutputStream to = begun();
      to.write(COMMENT);
      to.flush();
    }

    @Override
    public void end(Json.Obj whole) throws IOException {
      OutputStream to = begun();
      to.write(DONE);
      to.close();
    }

    @Override
    public void refuse(Refusal refusal) throws IOException {
      if (out == null) {
        send(exchange, refusal);
      } else {
        piece(refusal.body());
        out.close();
      }
    }

    private OutputStream begun() throws IOException {
      if (out == null) {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        out = exchange.getResponseBody();
      }
      return out;
    }
  }

  /// Sends a refusal.
  static void send(HttpExchange exchange, Refusal refusal) throws IOException {
    switch (refusal.status()) {
      case 401 -> exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      case 429 -> exchange.getResponseHeaders().set("Retry-After", "1");
      default -> {}
    }
    send(exchange, refusal.status(), "application/json", bytes(refusal.body()));
  }

  /// Sends a whole response; to `HEAD`, all but its body.
  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
