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
  private Metered answered = Metered.NOTHING;
  private Metered unheard = Metered.NOTHING;
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

  /// Puts an answer on the bill.
  ///
  /// @param heard whether the client gets it as it should be
  void meter(Metered answer, boolean heard) {
    lock.lock();
    try {
      if (heard) {
        answered = answered.plus(answer);
      } else {
        unheard = unheard.plus(answer);
      }
    } finally {
      lock.unlock();
    }
  }

  Metered answered() {
    lock.lock();
    try {
      return answered;
    } finally {
      lock.unlock();
    }
  }

  Metered unheard() {
    lock.lock();
    try {
      return unheard;
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
