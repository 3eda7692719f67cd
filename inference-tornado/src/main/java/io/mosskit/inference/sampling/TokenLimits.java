package io.mosskit.inference.sampling;

import java.time.Duration;
import java.util.Optional;

/// How much may be written. The model's own limit holds always.
///
/// @param newTokens the most tokens that are written, at least 1
/// @param allTokens the most tokens of prompt and reply together, at least 1
/// @param time how long it may take, looked at after each token; empty for any time
public record TokenLimits(int newTokens, int allTokens, Optional<Duration> time) {

  public TokenLimits {
    if (newTokens < 1 || allTokens < 1) {
      throw new IllegalArgumentException(
          "limits of %d new tokens and %d in all; both must be at least 1"
              .formatted(newTokens, allTokens));
    }
  }

  /// So many tokens of a reply.
  public static TokenLimits newTokens(int most) {
    return new TokenLimits(most, Integer.MAX_VALUE, Optional.empty());
  }

  /// So many tokens of prompt and reply.
  public static TokenLimits inAll(int most) {
    return new TokenLimits(Integer.MAX_VALUE, most, Optional.empty());
  }

  /// These limits, and at most so many tokens of prompt and reply.
  public TokenLimits butInAll(int most) {
    return new TokenLimits(newTokens, Math.min(allTokens, most), time);
  }

  /// These limits, and so much time.
  public TokenLimits within(Duration most) {
    return new TokenLimits(newTokens, allTokens, Optional.of(most));
  }
}
