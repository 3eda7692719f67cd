package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// `mosskit serve` under way on a thread of its own.
final class Serving implements AutoCloseable {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private final Thread thread;

  private Serving(Object... words) {
    String[] args =
        Stream.concat(Stream.of("serve", "--port", "0", "--json"), Stream.of(words))
            .map(String::valueOf)
            .toArray(String[]::new);
    thread =
        Thread.ofPlatform()
            .start(
                () -> code.complete(Mosskit.run(new PrintWriter(out), new PrintWriter(err), args)));
  }

  /// Starts it and waits until it answers.
  static Serving with(Object... words) {
    Serving serving = new Serving(words);
    while (!serving.out.toString().contains("\n")) {
      assertThat(serving.code).as(serving.err.toString()).isNotDone();
      Thread.onSpinWait();
    }
    return serving;
  }

  String baseUrl() throws JsonException {
    return String.valueOf(((Json.Obj) Json.parse(out.toString())).string("base_url"));
  }

  String err() {
    return err.toString();
  }

  /// Does what Ctrl-C does, and gives the exit code.
  int stop() {
    thread.interrupt();
    return code.join();
  }

  @Override
  public void close() {
    stop();
  }
}
