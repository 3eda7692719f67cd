package io.mosskit.inference.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A fixed number of threads, the caller's among them, that do the tasks of a job together.
///
/// A token is some hundred jobs of microseconds to milliseconds, so that the threads wait for the
/// next one awake for a while before they sleep, and nothing is allocated.
final class WorkerPool implements AutoCloseable {

  private static final int AWAKE = 20_000;
  private static final long NAP = 20_000;

  /// What is done.
  @FunctionalInterface
  interface Job {

    /// Does one task.
    ///
    /// @param worker which thread does it, from 0 to [#threads()] less one
    void run(int task, int worker);
  }

  /// The number of the job in the upper half, how many of its tasks nobody has taken in the lower.
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private final List<Thread> helpers = new ArrayList<>();
  private volatile Job job = (_, _) -> {};
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  WorkerPool(int threads) {
    for (int worker = 1; worker < threads; worker++) {
      int number = worker;
      helpers.add(
          Thread.ofPlatform().daemon().name("mosskit-compute-" + worker).start(() -> help(number)));
    }
  }

  /// How many threads there are.
  int threads() {
    return helpers.size() + 1;
  }

  /// Does all tasks of a job, in any order, and returns when they are done.
  void run(int tasks, Job newJob) {
    if (tasks == 1) {
      newJob.run(0, 0);
      return;
    }
    job = newJob;
    unfinished.set(tasks);
    long number = (ticket.get() >>> Integer.SIZE) + 1;
    ticket.set(number << Integer.SIZE | tasks);
    for (int i = 0; i < helpers.size(); i++) {
      LockSupport.unpark(helpers.get(i));
    }
    take(number, 0);
    for (int spins = 0; unfinished.get() > 0; spins++) {
      pause(spins);
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new IllegalStateException("a computing thread failed", thrown);
    }
  }

  private static void pause(int spins) {
    if (spins < AWAKE) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(NAP);
    }
  }

  private void help(int worker) {
    long last = 0;
    int idle = 0;
    while (!closed) {
      long number = ticket.get() >>> Integer.SIZE;
      if (number != last) {
        take(number, worker);
        last = number;
        idle = 0;
      } else if (idle++ < AWAKE) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        idle = 0;
      }
    }
  }

  /// Takes tasks of that job until none is left. A thread that comes late finds another number on
  /// the ticket and takes nothing.
  private void take(long number, int worker) {
    while (true) {
      long seen = ticket.get();
      int left = (int) seen;
      if (seen >>> Integer.SIZE != number || left == 0) {
        return;
      }
      if (ticket.compareAndSet(seen, seen - 1)) {
        runTask(left - 1, worker);
      }
    }
  }

  private void runTask(int task, int worker) {
    try {
      job.run(task, worker);
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      unfinished.decrementAndGet();
    }
  }

  @Override
  public void close() {
    closed = true;
    helpers.forEach(LockSupport::unpark);
  }
}
