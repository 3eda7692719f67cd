package io.mosskit.generator.teacher;

import java.time.Duration;

/// How a teacher is asked in batches.
///
/// @param window how long the server may take, in its own words: `24h`
/// @param gather how long nothing further has to come before what waits is sent
/// @param firstPoll how long to wait before looking after a batch for the first time; half as long
///   again with each further look
/// @param longestPoll the longest such wait
/// @param maxRequests the most requests in one batch
/// @param maxBytes the most bytes in its file
public record BatchSettings(
    String window,
    Duration gather,
    Duration firstPoll,
    Duration longestPoll,
    int maxRequests,
    long maxBytes) {

  /// What OpenAI takes: 50,000 requests, 200 MB, a day.
  public static final BatchSettings DEFAULT =
      new BatchSettings(
          "24h",
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          50_000,
          200_000_000);

  /// How many dialogues are held at once, so that a turn of all of them is one batch.
  public static final int WAVE = 10_000;

  public BatchSettings {
    if (window.isBlank() || maxRequests < 1 || maxBytes < 1) {
      throw new IllegalArgumentException(
          "a batch has a window (\"%s\"), at least 1 request (%d) and 1 byte (%d)"
              .formatted(window, maxRequests, maxBytes));
    }
    if (!gather.isPositive() || !firstPoll.isPositive() || longestPoll.compareTo(firstPoll) < 0) {
      throw new IllegalArgumentException(
          "0 < gather %s, 0 < first poll %s <= longest poll %s"
              .formatted(gather, firstPoll, longestPoll));
    }
  }

  public BatchSettings withWindow(String text) {
    return new BatchSettings(text, gather, firstPoll, longestPoll, maxRequests, maxBytes);
  }

  public BatchSettings withGather(Duration quiet) {
    return new BatchSettings(window, quiet, firstPoll, longestPoll, maxRequests, maxBytes);
  }

  /// The first look never comes later than the longest wait.
  public BatchSettings withLongestPoll(Duration wait) {
    Duration first = firstPoll.compareTo(wait) < 0 ? firstPoll : wait;
    return new BatchSettings(window, gather, first, wait, maxRequests, maxBytes);
  }

  public BatchSettings withLimits(int requests, long bytes) {
    return new BatchSettings(window, gather, firstPoll, longestPoll, requests, bytes);
  }
}
