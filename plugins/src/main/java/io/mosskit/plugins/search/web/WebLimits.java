package io.mosskit.plugins.search.web;

import java.time.Duration;

/// What a request may cost.
///
/// @param deadline for one attempt, from its beginning to the last byte
/// @param attempts how often a request is made in all, at least 1
/// @param longestPause between two attempts; a service that asks for more is given up
/// @param bytes the longest answer
public record WebLimits(Duration deadline, int attempts, Duration longestPause, int bytes) {

  /// 15 seconds, three attempts, half a minute, 4 MiB.
  public static final WebLimits DEFAULT =
      new WebLimits(Duration.ofSeconds(15), 3, Duration.ofSeconds(30), 4 << 20);

  public WebLimits {
    if (!deadline.isPositive() || attempts < 1 || longestPause.isNegative() || bytes < 1) {
      throw new IllegalArgumentException(
          "no limits: " + deadline + ", " + attempts + ", " + longestPause + ", " + bytes);
    }
  }
}
