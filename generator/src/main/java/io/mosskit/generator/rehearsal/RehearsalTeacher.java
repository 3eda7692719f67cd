package io.mosskit.generator.rehearsal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running rehearsal teacher. Thread-safe.
///
///     try (RehearsalTeacher teacher = RehearsalTeacher.start(RehearsalOptions.seeded(1))) {
///       URI baseUrl = URI.create(teacher.baseUrl()); // for any OpenAI client, model "rehearsal"
///     }
public final class RehearsalTeacher implements AutoCloseable {

  /// The only model that it has.
  public static final String MODEL = "rehearsal";

  /// The header whose value stands in the request log.
  public static final String REQUEST_HEADER = "X-Mosskit-Request";

  private static final int WAITING_CONNECTIONS = 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Ledger ledger;
  private final CountDownLatch closing;

  private RehearsalTeacher(
      HttpServer server, ExecutorService threads, Ledger ledger, CountDownLatch closing) {
    this.server = server;
    this.threads = threads;
    this.ledger = ledger;
    this.closing = closing;
  }

  /// Starts a teacher on loopback, which nothing outside this machine can reach.
  ///
  /// @throws IOException where the port cannot be had
  public static RehearsalTeacher start(RehearsalOptions options) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
    HttpServer server = HttpServer.create(address, WAITING_CONNECTIONS);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    Ledger ledger = new Ledger(options.requestLog());
    CountDownLatch closing = new CountDownLatch(1);
    server.setExecutor(threads);
    Respondent respondent = new Respondent(options);
    BatchEndpoint batches = new BatchEndpoint(options, respondent, ledger);
    server.createContext("/", new Endpoint(options, respondent, ledger, closing));
    server.createContext(BatchEndpoint.FILES, batches);
    server.createContext(BatchEndpoint.BATCHES, batches);
    server.start();
    return new RehearsalTeacher(server, threads, ledger, closing);
  }

  /// Where a client finds it: `http://127.0.0.1:PORT/v1`.
  public String baseUrl() {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/v1";
  }

  /// How the requests for chat completions were answered so far.
  public RequestCounts requests() {
    return ledger.counts();
  }

  /// What it answered and a bill would name.
  public Metered answered() {
    return ledger.answered();
  }

  /// What it worked out and a client did not get whole: cut off, without a choice, or not sent. A
  /// provider may bill that too.
  public Metered unheard() {
    return ledger.unheard();
  }

  /// Stops at once; requests that wait get no answer.
  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}
