package io.mosskit.inference.serve.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what the engine does; any thread may look.
final class Counters {

  final AtomicInteger running = new AtomicInteger();
  final AtomicLong readTokens = new AtomicLong();
  final AtomicLong cachedTokens = new AtomicLong();
  final AtomicLong writtenTokens = new AtomicLong();
  final AtomicLong steps = new AtomicLong();
  final AtomicLong cancelled = new AtomicLong();
  final AtomicLong failed = new AtomicLong();

  EngineCounts counts(int waiting) {
    return new EngineCounts(
        waiting,
        running.get(),
        readTokens.get(),
        cachedTokens.get(),
        writtenTokens.get(),
        steps.get(),
        cancelled.get(),
        failed.get());
  }
}
