package io.mosskit.inference.serve;

import com.sun.net.httpserver.HttpServer;
import io.mosskit.inference.serve.api.ServedModel;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running server of one model. Thread-safe.
///
///     try (Engine engine = Engine.start(backend, tokenizer.vocabularySize(), engineOptions);
///         Server server = Server.start(model, ServerOptions.onLoopback(0))) {
///       URI baseUrl = URI.create(server.baseUrl()); // for any OpenAI client
///     }
public final class Server implements AutoCloseable {

  private static final int WAITING_CONNECTIONS = 1024;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final HttpServer http;
  private final ExecutorService threads;
  private final Visitors visitors;
  private final ServedModel model;

  private Server(HttpServer http, ExecutorService threads, Visitors visitors, ServedModel model) {
    this.http = http;
    this.threads = threads;
    this.visitors = visitors;
    this.model = model;
  }

  /// Starts a server.
  ///
  /// @param model whose engine is closed when the server stops
  /// @throws IOException where the address cannot be had
  public static Server start(ServedModel model, ServerOptions options) throws IOException {
    HttpServer http = HttpServer.create(options.address(), WAITING_CONNECTIONS);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Visitors visitors = new Visitors();
    http.setExecutor(threads);
    http.createContext("/", new Endpoint(model, options, visitors));
    http.start();
    return new Server(http, threads, visitors, model);
  }

  /// Where a client finds it: `http://127.0.0.1:PORT/v1`.
  public String baseUrl() {
    InetSocketAddress address = http.getAddress();
    InetAddress host = address.getAddress();
    String name =
        host instanceof Inet6Address ? "[" + host.getHostAddress() + "]" : host.getHostAddress();
    return "http://" + name + ":" + address.getPort() + "/v1";
  }

  /// Takes no new requests, lets those under way come to their end for so long at most, and stops.
  ///
  /// @return how many did not come to their end
  public int stop(Duration grace) throws InterruptedException {
    visitors.close();
    try {
      return visitors.await(grace);
    } finally {
      close();
    }
  }

  /// Stops at once; requests under way are told that they failed.
  @Override
  public void close() {
    visitors.close();
    model.engine().close();
    try {
      visitors.await(LAST_WORDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    http.stop(0);
    threads.shutdownNow();
  }
}
