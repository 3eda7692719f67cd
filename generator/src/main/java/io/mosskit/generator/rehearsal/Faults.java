package io.mosskit.generator.rehearsal;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How often the rehearsal teacher fails, and how.
///
/// Which fault a request meets follows from the seed, the request and how often it came before, so
/// that a repeated request finally gets its answer, unless the shares add up to 1.
///
/// @param shares of the requests that meet each fault, in [0, 1], at most 1 together; a fault that
///   is not named does not occur
/// @param retryAfter what a 429 tells the client to wait
/// @param slowness how late a slow answer is
/// @param hang how long a hanging request is held before its connection is closed
/// @param answerDelay how long every request waits, faulty or not
public record Faults(
    Map<Fault, Double> shares,
    Duration retryAfter,
    Duration slowness,
    Duration hang,
    Duration answerDelay) {

  /// A teacher that never fails and answers at once.
  public static final Faults NONE =
      new Faults(
          Map.of(),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMinutes(10),
          Duration.ZERO);

  public Faults {
    Map<Fault, Double> copy = new EnumMap<>(Fault.class);
    copy.putAll(shares);
    shares = Collections.unmodifiableMap(copy);
    double sum = 0;
    for (Map.Entry<Fault, Double> share : shares.entrySet()) {
      if (!(share.getValue() >= 0 && share.getValue() <= 1)) {
        throw new IllegalArgumentException(
            "the share of %s is %s, expected 0 to 1".formatted(share.getKey(), share.getValue()));
      }
      sum += share.getValue();
    }
    if (sum > 1 + 1e-9) {
      throw new IllegalArgumentException(
          "the shares of faults add up to " + sum + ", expected at most 1");
    }
  }

  /// The same with this share for a fault.
  public Faults with(Fault fault, double share) {
    Map<Fault, Double> copy = new EnumMap<>(Fault.class);
    copy.putAll(shares);
    copy.put(fault, share);
    return new Faults(copy, retryAfter, slowness, hang, answerDelay);
  }

  /// The same with this wait for clients that are rate limited.
  public Faults withRetryAfter(Duration wait) {
    return new Faults(shares, wait, slowness, hang, answerDelay);
  }

  /// The same with slow answers this late.
  public Faults withSlowness(Duration delay) {
    return new Faults(shares, retryAfter, delay, hang, answerDelay);
  }

  /// The same with hanging requests held this long.
  public Faults withHang(Duration held) {
    return new Faults(shares, retryAfter, slowness, held, answerDelay);
  }

  /// The same with this delay before whatever is answered.
  public Faults withAnswerDelay(Duration delay) {
    return new Faults(shares, retryAfter, slowness, hang, delay);
  }

  /// Whether any fault can occur.
  boolean occur() {
    return shares.values().stream().anyMatch(share -> share > 0);
  }
}
