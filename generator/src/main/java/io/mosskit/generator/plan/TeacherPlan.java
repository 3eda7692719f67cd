package io.mosskit.generator.plan;

import java.time.Duration;

/// How the teacher is called. Only the name belongs to what a run is; the rest may change between
/// one start and the next.
///
/// @param name the model's name; a run goes on with the same one only
/// @param concurrency how many requests may be under way at once, at least 1
/// @param attempts how often a request is sent at most while its failures may pass, at least 1
/// @param firstPause how long to wait after a first failure where the teacher does not say; doubled
///   with each further one
/// @param longestPause the longest such wait
public record TeacherPlan(
    String name, int concurrency, int attempts, Duration firstPause, Duration longestPause) {

  public TeacherPlan {
    if (name.isBlank() || concurrency < 1 || attempts < 1) {
      throw new IllegalArgumentException(
          "the teacher has a name (\"%s\"); concurrency %d and attempts %d are at least 1"
              .formatted(name, concurrency, attempts));
    }
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "0 <= firstPause %s <= longestPause %s".formatted(firstPause, longestPause));
    }
  }

  /// Eight requests at once, each sent up to eight times, pauses from one second to one minute.
  public static TeacherPlan of(String name) {
    return new TeacherPlan(name, 8, 8, Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  public TeacherPlan withConcurrency(int concurrency) {
    return new TeacherPlan(name, concurrency, attempts, firstPause, longestPause);
  }

  public TeacherPlan withAttempts(int attempts) {
    return new TeacherPlan(name, concurrency, attempts, firstPause, longestPause);
  }

  public TeacherPlan withPauses(Duration first, Duration longest) {
    return new TeacherPlan(name, concurrency, attempts, first, longest);
  }
}
