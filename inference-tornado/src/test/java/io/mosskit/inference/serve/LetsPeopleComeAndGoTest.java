package io.mosskit.inference.serve;

import static io.mosskit.inference.serve.Running.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mosskit.inference.serve.engine.EngineCounts;
import io.mosskit.inference.serve.engine.EngineOptions;
import io.mosskit.schema.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that leave early, too many clients, and a server that stops.
@Timeout(60)
class LetsPeopleComeAndGoTest {

  private static final String COMPLETIONS = "/v1/completions";
  private static final int LONG = 1500;
  private static final String STORY = "很长 long ".repeat(LONG);

  private final Semaphore steps = new Semaphore(0);
  private Running running;

  @BeforeEach
  void start() throws Exception {
    running =
        Running.scripted(
            _ -> STORY,
            steps,
            EngineOptions.of(1, 1, Running.POSITIONS),
            options -> options.withBeat(Duration.ofMillis(20)));
  }

  @AfterEach
  void stop() {
    steps.release(10 * LONG);
    running.close();
  }

  private static String body(boolean stream) {
    return "{\"model\": \"tiny\", \"prompt\": \"讲 tell\", \"max_tokens\": %d, \"stream\": %s}"
        .formatted(LONG, stream);
  }

  private Socket connect(boolean stream) throws IOException {
    Socket socket = new Socket("127.0.0.1", running.uri("/").getPort());
    byte[] body = body(stream).getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
            .formatted(COMPLETIONS, body.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    return socket;
  }

  private EngineCounts counts() {
    return running.model().engine().counts();
  }

  /// Looks again and again; the test's own limit ends what never comes.
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private void awaitCounts(Predicate<EngineCounts> condition) {
    await(() -> condition.test(counts()));
  }

  /// Lets steps happen until the sequences that nobody wants any more have been given up.
  private void awaitCancelled(int count) {
    await(() -> {
      steps.release();
      return counts().cancelled() == count;
    });
  }

  @Test
  void aStreamThatNobodyReadsAnyMoreIsGivenUp() throws Exception {
    try (Socket socket = connect(true)) {
      steps.release(3);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      await(() -> line(in).startsWith("data: "));
    }
    await(() -> goneIsCounted(1));
    awaitCancelled(1);
    assertThat(counts().writtenTokens()).isLessThan(LONG / 2);
    awaitCounts(counts -> counts.running() == 0);
  }

  private static String line(BufferedReader in) {
    try {
      return String.valueOf(in.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean goneIsCounted(int count) {
    try {
      return running.get("/metrics").body().contains("mosskit_clients_gone_total " + count + "\n");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWholeAnswerThatNobodyAwaitsAnyMoreIsGivenUp() throws Exception {
    try (Socket _ = connect(false)) {
      steps.release(2);
      awaitCounts(counts -> counts.writtenTokens() > 0);
    }
    await(() -> goneIsCounted(1));
    awaitCancelled(1);
    assertThat(counts().writtenTokens()).isLessThan(LONG / 2);
  }

  @Test
  void whoLeavesWhileWaitingMakesRoomInTheQueue() throws Exception {
    try (Socket _ = connect(true)) {
      awaitCounts(counts -> counts.running() == 1);
      try (Socket _ = connect(false)) {
        awaitCounts(counts -> counts.waiting() == 1);
      }
      awaitCounts(counts -> counts.waiting() == 0);
      assertThat(counts().cancelled()).isEqualTo(1);
    }
  }

  @Test
  void aFullQueueAnswers429AndWhenToComeAgain() throws Exception {
    try (Socket _ = connect(true)) {
      awaitCounts(counts -> counts.running() == 1);
      try (Socket _ = connect(true)) {
        awaitCounts(counts -> counts.waiting() == 1);
        HttpResponse<String> response = running.post(COMPLETIONS, body(false));
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(text(Json.parse(response.body()), "error", "code"))
            .isEqualTo("rate_limit_exceeded");
      }
    }
  }

  @Test
  void aWholeAnswerBeginsThoughTokensKeepComing() throws Exception {
    try (Socket socket = connect(false)) {
      for (int step = 1; socket.getInputStream().available() == 0; step++) {
        int written = step;
        steps.release();
        awaitCounts(counts -> counts.writtenTokens() >= Math.min(written, LONG));
      }
      assertThat(counts().writtenTokens()).isLessThan(LONG);
    }
    await(() -> goneIsCounted(1));
    awaitCancelled(1);
  }

  @Test
  void aWholeAnswerThatHasBegunAndFailsIsBrokenOff() throws Exception {
    HttpRequest request = running.request(COMPLETIONS, body(false)).build();
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream in = client.send(request, BodyHandlers.ofInputStream()).body()) {
      CompletableFuture<Integer> left =
          CompletableFuture.supplyAsync(() -> stopping(Duration.ZERO));
      await(() -> {
        steps.release();
        return left.isDone();
      });
      assertThat(left.get()).isEqualTo(1);
      assertThatExceptionOfType(IOException.class).isThrownBy(in::readAllBytes);
    }
  }

  @Test
  void aLongAnswerBeginsWithBlanksAndIsStillJson() throws Exception {
    HttpRequest request = running.request(COMPLETIONS, body(false)).build();
    String body;
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream in = client.send(request, BodyHandlers.ofInputStream()).body()) {
      // The response has begun, though no step has happened.
      steps.release(10 * LONG);
      body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(body).startsWith(" ");
    assertThat(text(Json.parse(body), "choices", 0, "text")).startsWith("很长 long 很长");
  }

  private CompletableFuture<HttpResponse<String>> ask(boolean stream) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return running.post(COMPLETIONS, body(stream));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
  }

  @Test
  void whoIsInsideWhenItStopsGetsTheWholeAnswer() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = ask(true);
    awaitCounts(counts -> counts.running() == 1);
    CompletableFuture<Integer> left =
        CompletableFuture.supplyAsync(() -> stopping(Duration.ofSeconds(50)));
    await(() -> status("/health") == 503);
    assertThat(running.post(COMPLETIONS, body(false)).statusCode()).isEqualTo(503);
    assertThat(left).isNotDone();
    steps.release(10 * LONG);
    assertThat(answer.get().body()).endsWith("data: [DONE]\n\n");
    assertThat(left.get()).isZero();
  }

  @Test
  void whoTakesTooLongWhenItStopsIsToldSo() throws Exception {
    CompletableFuture<HttpResponse<String>> answer = ask(true);
    steps.release(2);
    awaitCounts(counts -> counts.writtenTokens() > 0);
    CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> stopping(Duration.ZERO));
    await(() -> status("/health") == 503);
    await(() -> {
      steps.release();
      return left.isDone();
    });
    assertThat(left.get()).isEqualTo(1);
    String last = answer.get().body().strip().lines().toList().getLast();
    assertThat(text(Json.parse(last.substring(6)), "error", "code")).isEqualTo("stopping");
  }

  private int status(String path) {
    try {
      return running.get(path).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private int stopping(Duration grace) {
    try {
      return running.server().stop(grace);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
