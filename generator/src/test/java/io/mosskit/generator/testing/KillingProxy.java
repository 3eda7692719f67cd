package io.mosskit.generator.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a client and a server, and kills the client at an exact instant: when the server
/// has done what the n-th request of a kind asked for, and the client does not know it yet.
public final class KillingProxy implements AutoCloseable {

  private final String server;
  private final String fatal;
  private final AtomicInteger left;
  private final HttpServer proxy;
  private final HttpClient http = HttpClient.newHttpClient();
  private final CompletableFuture<Process> client = new CompletableFuture<>();

  /// @param server its base URL
  /// @param fatal a regular expression for method and path: `POST /v1/batches`
  /// @param number which of these requests is the client's last
  public KillingProxy(String server, String fatal, int number) throws IOException {
    this.server = server;
    this.fatal = fatal;
    this.left = new AtomicInteger(number);
    this.proxy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    proxy.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    proxy.createContext("/", this::forward);
    proxy.start();
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + proxy.getAddress().getPort() + "/v1";
  }

  /// Who is to be killed.
  public void aim(Process process) {
    client.complete(process);
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      HttpResponse<byte[]> response = http.send(request(exchange), BodyHandlers.ofByteArray());
      if (call.matches(fatal) && left.decrementAndGet() == 0) {
        client.join().destroyForcibly();
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private HttpRequest request(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    URI target = URI.create(server.replace("/v1", "") + asked.getPath() + query);
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    return request.build();
  }

  @Override
  public void close() {
    proxy.stop(0);
    http.close();
  }
}
