package io.mosskit.schema.io;

/// How a corpus is read.
///
/// @param maxRecordBytes the longest record, in bytes, at least 1 MiB; a longer one is rejected
///   without being held
/// @param threads how many threads parse, at least 1; the order of the records does not depend on
///   it
public record ReadOptions(int maxRecordBytes, int threads) {

  private static final int LEAST_LIMIT = 1 << 20;

  /// Records up to 16 MiB, one thread for each processor.
  public static ReadOptions defaults() {
    return new ReadOptions(16 << 20, Runtime.getRuntime().availableProcessors());
  }

  public ReadOptions {
    if (maxRecordBytes < LEAST_LIMIT || threads < 1) {
      throw new IllegalArgumentException(
          "maxRecordBytes %d must be at least 1 MiB, threads %d at least 1"
              .formatted(maxRecordBytes, threads));
    }
  }

  public ReadOptions withThreads(int count) {
    return new ReadOptions(maxRecordBytes, count);
  }

  public ReadOptions withMaxRecordBytes(int bytes) {
    return new ReadOptions(bytes, threads);
  }
}
