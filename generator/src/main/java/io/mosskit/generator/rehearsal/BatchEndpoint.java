package io.mosskit.generator.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// `/v1/files` and `/v1/batches` over HTTP.
final class BatchEndpoint implements HttpHandler {

  static final String FILES = "/v1/files";
  static final String BATCHES = "/v1/batches";

  /// 200 MB of requests, and what the form puts around them.
  private static final int MOST_BYTES = 201 << 20;

  private static final int SHORT = 1 << 20;

  private final FileShelf files;
  private final BatchOffice batches;

  BatchEndpoint(RehearsalOptions options, Respondent respondent, Ledger ledger) {
    InstantSource clock = InstantSource.system();
    BatchWork work = new BatchWork(options, respondent, ledger);
    this.files = new FileShelf(clock);
    this.batches = new BatchOffice(options.batches(), files, work, clock);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange);
      } catch (Refusal refusal) {
        Endpoint.send(exchange, refusal.status(), refusal.body());
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException, Refusal {
    String[] path = exchange.getRequestURI().getPath().substring("/v1/".length()).split("/", -1);
    String call =
        exchange.getRequestMethod()
            + " "
            + path[0]
            + (path.length > 1 ? "/*" : "")
            + (path.length > 2 ? "/" + path[2] : "");
    Json.Obj answer =
        switch (call) {
          case "POST files" -> files.upload(form(exchange));
          case "GET files" -> files.list();
          case "GET files/*" -> files.describe(path[1]);
          case "DELETE files/*" -> files.delete(path[1]);
          case "POST batches" -> batches.create(json(exchange));
          case "GET batches" -> batches.list(query(exchange, "after"), limit(exchange));
          case "GET batches/*" -> batches.retrieve(path[1]);
          case "POST batches/*/cancel" -> batches.cancel(path[1]);
          case "GET files/*/content" -> {
            byte[] content = files.content(path[1]).getBytes(StandardCharsets.UTF_8);
            Endpoint.send(exchange, 200, "application/octet-stream", content);
            yield Json.Obj.EMPTY;
          }
          default ->
              throw Refusal.noSuchPath(
                  exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        };
    if (!call.endsWith("/content")) {
      Endpoint.send(exchange, 200, answer);
    }
  }

  private static Multipart form(HttpExchange exchange) throws IOException, Refusal {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return Multipart.read(type, Endpoint.body(exchange, MOST_BYTES));
  }

  private static Json.Obj json(HttpExchange exchange) throws IOException, Refusal {
    return ChatCall.parse(Endpoint.text(Endpoint.body(exchange, SHORT)));
  }

  private static @Nullable Integer limit(HttpExchange exchange) throws Refusal {
    String limit = query(exchange, "limit");
    if (limit != null && !limit.matches("[1-9][0-9]?|100")) {
      throw Refusal.of("limit", "`limit` is " + limit + "; expected 1 to 100");
    }
    return limit == null ? null : Integer.valueOf(limit);
  }

  private static @Nullable String query(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getRawQuery();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    return null;
  }
}
