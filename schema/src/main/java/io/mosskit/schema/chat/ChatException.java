package io.mosskit.schema.chat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// No reply could be had. [#kind] says whether asking again may help.
public final class ChatException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  public ChatException(Kind kind, String message) {
    this(kind, message, null, null);
  }

  public ChatException(
      Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /// How long the server asked to be left alone, where it did.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /// What went wrong, as far as it decides what to do next.
  public enum Kind {
    /// Too many requests: wait, then ask again.
    RATE_LIMITED(true),
    /// The server or the way to it failed: ask again.
    UNAVAILABLE(true),
    /// The answer was broken or empty: ask again.
    BROKEN_ANSWER(true),
    /// This request can never succeed: too long, refused by a filter.
    BAD_REQUEST(false),
    /// No request can succeed: wrong key, unknown model.
    MISCONFIGURED(false);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /// Whether the same request may succeed later.
    public boolean isPassing() {
      return passing;
    }
  }
}
