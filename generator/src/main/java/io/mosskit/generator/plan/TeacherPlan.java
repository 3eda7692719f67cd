package io.mosskit.generator.plan;

import io.mosskit.generator.money.Price;
import java.time.Duration;
import java.util.Optional;

/// How a teacher is called. Name and weight belong to what a run is; the rest may change between
/// one start and the next.
///
/// @param name names the teacher in the run; answers are reused where a teacher of the same name is
///   asked the same
/// @param weight how often it is chosen, compared with the other teachers; 0 for one that is asked
///   by its name alone
/// @param concurrency how many requests may be under way at once, at least 1; fewer are while the
///   teacher does not bear so many
/// @param attempts how often a request is sent at most while its failures may pass, at least 1; so
///   often in a row is a teacher tried that does not answer at all
/// @param patience how long to wait after failures
/// @param rates how much may be asked in a minute
/// @param price what its tokens cost, where that is known
public record TeacherPlan(
    String name,
    int weight,
    int concurrency,
    int attempts,
    Patience patience,
    Rates rates,
    Optional<Price> price) {

  public TeacherPlan {
    if (name.isBlank() || weight < 0 || concurrency < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          ("a teacher has a name (\"%s\"); its weight %d is at least 0, concurrency %d and attempts %d"
                  + " at least 1")
              .formatted(name, weight, concurrency, attempts));
    }
  }

  /// How long to wait after failures.
  ///
  /// @param firstPause after a first failure where the teacher does not say; doubled with each
  ///   further one
  /// @param longestPause the longest such pause
  /// @param longestWait the longest that the teacher may ask to be left alone; where it asks for
  ///   more, it cannot be had in this start
  public record Patience(Duration firstPause, Duration longestPause, Duration longestWait) {

    public Patience {
      if (firstPause.isNegative()
          || longestPause.compareTo(firstPause) < 0
          || longestWait.isNegative()) {
        throw new IllegalArgumentException(
            "0 <= firstPause %s <= longestPause %s, 0 <= longestWait %s"
                .formatted(firstPause, longestPause, longestWait));
      }
    }
  }

  /// How much may be asked in a minute.
  ///
  /// @param requests how many requests, 0 for as many as can be
  /// @param tokens how many tokens of requests and answers together, 0 likewise
  public record Rates(long requests, long tokens) {

    /// As much as can be.
    public static final Rates UNLIMITED = new Rates(0, 0);

    public Rates {
      if (requests < 0 || tokens < 0) {
        throw new IllegalArgumentException(
            "requests %d and tokens %d a minute are at least 0".formatted(requests, tokens));
      }
    }
  }

  /// Eight requests at once, each sent up to eight times, pauses from one second to one minute, ten
  /// minutes where the teacher asks for them; no limits on rates, and no price.
  public static TeacherPlan of(String name) {
    Patience patience =
        new Patience(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10));
    return new TeacherPlan(name, 1, 8, 8, patience, Rates.UNLIMITED, Optional.empty());
  }

  public TeacherPlan withWeight(int weight) {
    return new TeacherPlan(name, weight, concurrency, attempts, patience, rates, price);
  }

  public TeacherPlan withConcurrency(int concurrency) {
    return new TeacherPlan(name, weight, concurrency, attempts, patience, rates, price);
  }

  public TeacherPlan withAttempts(int attempts) {
    return new TeacherPlan(name, weight, concurrency, attempts, patience, rates, price);
  }

  public TeacherPlan withPauses(Duration first, Duration longest) {
    Patience changed = new Patience(first, longest, patience.longestWait());
    return new TeacherPlan(name, weight, concurrency, attempts, changed, rates, price);
  }

  public TeacherPlan withLongestWait(Duration longestWait) {
    Patience changed = new Patience(patience.firstPause(), patience.longestPause(), longestWait);
    return new TeacherPlan(name, weight, concurrency, attempts, changed, rates, price);
  }

  public TeacherPlan withRates(Rates rates) {
    return new TeacherPlan(name, weight, concurrency, attempts, patience, rates, price);
  }

  public TeacherPlan withPrice(Price price) {
    return new TeacherPlan(
        name, weight, concurrency, attempts, patience, rates, Optional.of(price));
  }
}
