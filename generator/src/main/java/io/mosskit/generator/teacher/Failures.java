package io.mosskit.generator.teacher;

import com.openai.core.http.Headers;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says of the client's failures whether asking again helps, and what to do where it does not. No
/// cause is attached, because a cause may quote the request with its key.
final class Failures {

  private static final int LONGEST_MESSAGE = 600;

  private static final Set<String> TOO_LONG =
      Set.of("context_length_exceeded", "string_above_max_length");
  private static final Set<String> FILTERED = Set.of("content_filter", "content_policy_violation");

  /// Parameters that every request carries alike: where one is refused, all are.
  private static final Set<String> OURS =
      Set.of(
          "model",
          "temperature",
          "top_p",
          "max_tokens",
          "max_completion_tokens",
          "response_format",
          "seed");

  private final TeacherSettings settings;
  private final ApiKey key;
  private final InstantSource clock;

  Failures(TeacherSettings settings, ApiKey key, InstantSource clock) {
    this.settings = settings;
    this.key = key;
    this.clock = clock;
  }

  ChatException of(OpenAIException e) {
    return switch (e) {
      case OpenAIServiceException refusal ->
          of(ServerError.of(refusal), retryAfter(refusal.headers()));
      case OpenAIInvalidDataException broken -> brokenAnswer(text(broken));
      default -> failure(Kind.UNAVAILABLE, "no answer came: " + text(e), null);
    };
  }

  /// An answer that came whole and holds no reply.
  ChatException emptyAnswer() {
    return failure(Kind.BROKEN_ANSWER, "the answer holds no choice", null);
  }

  /// An answer that cannot be read.
  ChatException brokenAnswer(String why) {
    return failure(Kind.BROKEN_ANSWER, "the answer is broken: " + why, null);
  }

  /// A download that ended before its end.
  ChatException brokenOff(IOException e) {
    return failure(Kind.UNAVAILABLE, "the download broke off: " + e.getMessage(), null);
  }

  /// Requests of a batch that ended without saying anything of them.
  ///
  /// @param why how it ended
  /// @param wait how long to leave the server alone, where that helps
  ChatException leftOut(String why, @Nullable Duration wait) {
    return failure(wait == null ? Kind.UNAVAILABLE : Kind.RATE_LIMITED, why, wait);
  }

  /// What a server said instead of answering.
  ///
  /// @param wait how long it wants to be left alone, where it says so
  ChatException of(ServerError error, @Nullable Duration wait) {
    return switch (error.status()) {
      case 401 -> misconfigured(error, "check the key in " + settings.keyVariable());
      case 403 -> misconfigured(error, "the key may not use this model or this endpoint");
      case 404 -> misconfigured(error, "check the base URL and the model's name");
      case 402 -> misconfigured(error, "the account has no credit left");
      case 429 ->
          error.code().equals("insufficient_quota")
              ? misconfigured(error, "the account has no credit left")
              : failure(Kind.RATE_LIMITED, error.message(), wait);
      case 408, 409, 425 -> failure(Kind.UNAVAILABLE, error.message(), wait);
      default ->
          error.status() >= 500
              ? failure(Kind.UNAVAILABLE, error.message(), wait)
              : ofBadRequest(error);
    };
  }

  private ChatException ofBadRequest(ServerError error) {
    String text = error.message();
    if (TOO_LONG.contains(error.code())) {
      return failure(
          Kind.BAD_REQUEST,
          text
              + (error.param().equals("input")
                  ? "; a text to embed is longer than the model reads: leave it out, or take another model"
                  : "; the dialogue is longer than the model reads: plan fewer turns, shorter replies"
                      + " or another model"),
          null);
    }
    if (FILTERED.contains(error.code())) {
      return failure(Kind.BAD_REQUEST, text + "; the teacher's filter refuses this text", null);
    }
    if (OURS.contains(error.param())) {
      return misconfigured(error, "the model does not take this setting: " + error.param());
    }
    return failure(Kind.BAD_REQUEST, text, null);
  }

  private ChatException misconfigured(ServerError error, String remedy) {
    return failure(Kind.MISCONFIGURED, error.message() + "; " + remedy, null);
  }

  private ChatException failure(Kind kind, String message, @Nullable Duration retryAfter) {
    String whole = "%s at %s: %s".formatted(settings.model(), settings.baseUrl(), message);
    return new ChatException(kind, key.hiddenIn(whole), retryAfter, null);
  }

  /// What the failure says of itself and, where that is more, of its cause.
  private static String text(OpenAIException e) {
    String text = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    Throwable cause = e.getCause();
    if (cause != null && cause.getMessage() != null && !text.contains(cause.getMessage())) {
      text += " (" + cause.getMessage() + ")";
    }
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }

  /// The header `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3), or OpenAI's own
  /// in milliseconds.
  private @Nullable Duration retryAfter(Headers headers) {
    String millis = first(headers.values("retry-after-ms"));
    String value = first(headers.values("retry-after"));
    try {
      if (!millis.isEmpty()) {
        return notNegative(Duration.ofMillis((long) Double.parseDouble(millis)));
      }
      if (value.isEmpty()) {
        return null;
      }
      return Character.isDigit(value.charAt(0))
          ? Duration.ofMillis((long) (1000 * Double.parseDouble(value)))
          : notNegative(Duration.between(clock.instant(), date(value)));
    } catch (DateTimeException | NumberFormatException _) {
      return null;
    }
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst().strip();
  }

  private static Instant date(String value) {
    return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
