package io.mosskit.generator.rehearsal;

import java.time.Duration;

/// How a rehearsal teacher treats batches.
///
/// @param duration how long a batch takes
/// @param failedShare the share of requests, in [0, 1], that end in the error file with status 500;
///   as with [Faults], a repeated request finally gets its answer
/// @param answeredShare the share of each batch, in (0, 1], that is tried; then it expires. 1 for
///   batches that do not expire; at least one request is tried
/// @param invalid how many batches fail their validation, before one is accepted
public record BatchManner(
    Duration duration, double failedShare, double answeredShare, int invalid) {

  /// Batches that end at once and without a fault.
  public static final BatchManner PROMPT = new BatchManner(Duration.ZERO, 0, 1, 0);

  public BatchManner {
    if (duration.isNegative() || invalid < 0) {
      throw new IllegalArgumentException(
          "a batch takes %s, and %d fail: expected at least 0".formatted(duration, invalid));
    }
    if (!(failedShare >= 0 && failedShare <= 1 && answeredShare > 0 && answeredShare <= 1)) {
      throw new IllegalArgumentException(
          "the share of failures is %s, expected 0 to 1; that of requests tried %s, expected above 0 to 1"
              .formatted(failedShare, answeredShare));
    }
  }

  public BatchManner withDuration(Duration time) {
    return new BatchManner(time, failedShare, answeredShare, invalid);
  }

  public BatchManner withFailedShare(double share) {
    return new BatchManner(duration, share, answeredShare, invalid);
  }

  public BatchManner withAnsweredShare(double share) {
    return new BatchManner(duration, failedShare, share, invalid);
  }

  public BatchManner withInvalid(int batches) {
    return new BatchManner(duration, failedShare, answeredShare, batches);
  }
}
