package io.mosskit.generator.rehearsal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Counts requests and hands them to the log, one at a time and in the order of their numbers.
final class Ledger {

  private final Consumer<LoggedRequest> log;
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final ReentrantLock lock = new ReentrantLock();
  private long sequence;

  Ledger(Consumer<LoggedRequest> log) {
    this.log = log;
  }

  void enter(String id, Outcome outcome) {
    lock.lock();
    try {
      counts.merge(outcome, 1L, Long::sum);
      log.accept(new LoggedRequest(++sequence, id, outcome));
    } finally {
      lock.unlock();
    }
  }

  RequestCounts counts() {
    lock.lock();
    try {
      return new RequestCounts(counts);
    } finally {
      lock.unlock();
    }
  }
}
