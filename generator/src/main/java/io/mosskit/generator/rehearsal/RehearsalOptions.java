package io.mosskit.generator.rehearsal;

import java.util.Set;
import java.util.function.Consumer;

/// How a rehearsal teacher behaves.
///
/// @param seed what its answers, faults and flaws are drawn from
/// @param port on loopback; 0 for any free one
/// @param faults how often and how it fails
/// @param flawShare the share of replies, in [0, 1], that are spoilt on purpose: cut off, empty, in
///   the wrong language, repeated, or under another vendor's name; where plugins are called, with
///   another call, another number, a source or a citation that is not there
/// @param refusedFormats types of `response_format` that it refuses as unknown: `json_schema`,
///   `json_object`
/// @param batches how it treats batches
/// @param maxRequestBytes the longest request body that is read
/// @param requestLog told of every request, one at a time, before its answer is sent
public record RehearsalOptions(
    long seed,
    int port,
    Faults faults,
    double flawShare,
    Set<String> refusedFormats,
    BatchManner batches,
    int maxRequestBytes,
    Consumer<LoggedRequest> requestLog) {

  private static final int FOUR_MEBIBYTES = 4 << 20;

  public RehearsalOptions {
    refusedFormats = Set.copyOf(refusedFormats);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("the port is " + port + ", expected 0 to 65535");
    }
    if (!(flawShare >= 0 && flawShare <= 1)) {
      throw new IllegalArgumentException(
          "the share of flaws is " + flawShare + ", expected 0 to 1");
    }
    if (maxRequestBytes < 1) {
      throw new IllegalArgumentException(
          "requests may have " + maxRequestBytes + " bytes, expected at least 1");
    }
  }

  /// A faultless teacher on any free port.
  public static RehearsalOptions seeded(long seed) {
    return new RehearsalOptions(
        seed, 0, Faults.NONE, 0, Set.of(), BatchManner.PROMPT, FOUR_MEBIBYTES, request -> {});
  }

  public RehearsalOptions withPort(int number) {
    return new RehearsalOptions(
        seed, number, faults, flawShare, refusedFormats, batches, maxRequestBytes, requestLog);
  }

  public RehearsalOptions withFaults(Faults some) {
    return new RehearsalOptions(
        seed, port, some, flawShare, refusedFormats, batches, maxRequestBytes, requestLog);
  }

  public RehearsalOptions withFlawShare(double share) {
    return new RehearsalOptions(
        seed, port, faults, share, refusedFormats, batches, maxRequestBytes, requestLog);
  }

  public RehearsalOptions withRefusedFormats(Set<String> types) {
    return new RehearsalOptions(
        seed, port, faults, flawShare, types, batches, maxRequestBytes, requestLog);
  }

  public RehearsalOptions withBatches(BatchManner manner) {
    return new RehearsalOptions(
        seed, port, faults, flawShare, refusedFormats, manner, maxRequestBytes, requestLog);
  }

  public RehearsalOptions withMaxRequestBytes(int bytes) {
    return new RehearsalOptions(
        seed, port, faults, flawShare, refusedFormats, batches, bytes, requestLog);
  }

  /// For example a [RequestLog].
  public RehearsalOptions withRequestLog(Consumer<LoggedRequest> log) {
    return new RehearsalOptions(
        seed, port, faults, flawShare, refusedFormats, batches, maxRequestBytes, log);
  }
}
