package io.mosskit.plugins.search.web;

import io.mosskit.plugins.search.SearchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Gets an answer over HTTP, within limits of time and size. Refusals (429) and failures of the
/// server (5xx) and of the connection are tried again after a pause; redirects are not followed,
/// since a key must not go where its owner did not send it.
final class Fetcher implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client;
  private final WebLimits limits;
  private final Pause pause;
  private final InstantSource clock;

  /// How the time between two attempts passes.
  @FunctionalInterface
  interface Pause {
    void take(Duration time) throws InterruptedException;
  }

  Fetcher(WebLimits limits, Pause pause, InstantSource clock) {
    this.limits = limits;
    this.pause = pause;
    this.clock = clock;
    client =
        HttpClient.newBuilder()
            .connectTimeout(limits.deadline())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// What one attempt came to.
  private sealed interface Attempt {
    record Done(byte[] body) implements Attempt {}

    /// @param asked what the server asked to wait for, or zero
    record Again(String why, Duration asked) implements Attempt {}

    record Refused(String why) implements Attempt {}
  }

  /// The body of a successful answer.
  ///
  /// @throws SearchException where there is none; the message says why and what to do
  byte[] get(WebService service, URI address) throws SearchException {
    Duration backOff = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      switch (attempt(service, address)) {
        case Attempt.Done(byte[] body) -> {
          return body;
        }
        case Attempt.Refused(String why) -> throw new SearchException(service.name() + ": " + why);
        case Attempt.Again(String why, Duration asked) -> {
          Duration next = asked.compareTo(backOff) > 0 ? asked : backOff;
          if (attempt == limits.attempts() || next.compareTo(limits.longestPause()) > 0) {
            throw new SearchException(
                "%s: %s, after %d attempts; try again later"
                    .formatted(service.name(), why, attempt));
          }
          rest(next);
          backOff = backOff.multipliedBy(2);
        }
      }
    }
  }

  private void rest(Duration time) throws SearchException {
    try {
      pause.take(time);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SearchException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SearchException("interrupted while searching", e);
  }

  private Attempt attempt(WebService service, URI address) throws SearchException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Accept", "application/json");
    service.headers().forEach(request::header);
    BodyHandler<byte[]> body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes());
    CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), body);
    try {
      return judge(service, answer.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return new Attempt.Again("no whole answer within " + limits.deadline(), Duration.ZERO);
    } catch (ExecutionException e) {
      return failed(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      answer.cancel(true);
    }
  }

  private Attempt failed(@Nullable Throwable cause) {
    if (!(cause instanceof IOException)) {
      throw new IllegalStateException("a bug in the HTTP client", cause);
    }
    // The JDK has no type of its own for this; without the words it would be tried again.
    boolean tooLong = String.valueOf(cause.getMessage()).contains("exceeds capacity");
    return tooLong
        ? new Attempt.Refused("the answer is longer than " + limits.bytes() + " bytes")
        : new Attempt.Again("cannot be reached (" + cause + ")", Duration.ZERO);
  }

  private Attempt judge(WebService service, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 200) {
      return new Attempt.Done(response.body());
    }
    if (status == TOO_MANY_REQUESTS || status >= 500) {
      return new Attempt.Again("HTTP " + status, retryAfter(response));
    }
    if (status >= 300 && status < 400) {
      String target = response.headers().firstValue("Location").orElse("elsewhere");
      return new Attempt.Refused("redirects to " + target + "; give that address instead");
    }
    String remedy = service.remedy(status);
    return new Attempt.Refused("HTTP " + status + (remedy.isEmpty() ? "" : "; " + remedy));
  }

  /// What `Retry-After` asks for, in seconds or as a date (RFC 9110, section 10.2.3).
  private Duration retryAfter(HttpResponse<?> response) {
    String value = response.headers().firstValue("Retry-After").orElse("0").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException _) {
      return Duration.ZERO;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
