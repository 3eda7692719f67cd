package io.mosskit.generator.plan;

import java.time.Duration;

/// How a teacher is called. Name and weight belong to what a run is; the rest may change between
/// one start and the next.
///
/// @param name names the teacher in the run; a run goes on with the same ones only
/// @param weight how often it is chosen, compared with the other teachers; 0 for one that is asked
///   by its name alone
/// @param concurrency how many requests may be under way at once, at least 1
/// @param attempts how often a request is sent at most while its failures may pass, at least 1
/// @param firstPause how long to wait after a first failure where the teacher does not say; doubled
///   with each further one
/// @param longestPause the longest such wait
public record TeacherPlan(
    String name,
    int weight,
    int concurrency,
    int attempts,
    Duration firstPause,
    Duration longestPause) {

  public TeacherPlan {
    if (name.isBlank() || weight < 0 || concurrency < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          ("a teacher has a name (\"%s\"); its weight %d is at least 0, concurrency %d and attempts %d"
                  + " at least 1")
              .formatted(name, weight, concurrency, attempts));
    }
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "0 <= firstPause %s <= longestPause %s".formatted(firstPause, longestPause));
    }
  }

  /// Eight requests at once, each sent up to eight times, pauses from one second to one minute.
  public static TeacherPlan of(String name) {
    return new TeacherPlan(name, 1, 8, 8, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  public TeacherPlan withWeight(int weight) {
    return new TeacherPlan(name, weight, concurrency, attempts, firstPause, longestPause);
  }

  public TeacherPlan withConcurrency(int concurrency) {
    return new TeacherPlan(name, weight, concurrency, attempts, firstPause, longestPause);
  }

  public TeacherPlan withAttempts(int attempts) {
    return new TeacherPlan(name, weight, concurrency, attempts, firstPause, longestPause);
  }

  public TeacherPlan withPauses(Duration first, Duration longest) {
    return new TeacherPlan(name, weight, concurrency, attempts, first, longest);
  }
}
