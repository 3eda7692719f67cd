package io.mosskit.generator.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The one thread that touches the database. Pieces of work that wait at the same time share a
/// transaction, and whoever handed one in goes on only when that transaction is on disk.
final class Committer implements AutoCloseable {

  private static final int LARGEST_GROUP = 256;

  private final Connection connection;
  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Job<Boolean> end = new Job<>(_ -> true);
  private final Thread thread;

  /// @param connection belongs to this committer from now on; it commits by hand
  Committer(Connection connection) {
    this.connection = connection;
    this.thread = Thread.ofPlatform().daemon().name("mosskit-run-store").start(this::work);
  }

  /// A piece of work on the database.
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /// Does the work and returns its result once it is on disk. An interrupt ends the waiting, not
  /// the work: what was handed in is written.
  <T> T commit(Work<T> work) throws IOException, InterruptedException {
    Job<T> job = new Job<>(work);
    queue.add(job);
    try {
      return job.done.get();
    } catch (ExecutionException e) {
      throw new IOException("run.db cannot be read or written: " + e.getCause(), e.getCause());
    }
  }

  private void work() {
    boolean goOn = true;
    while (goOn) {
      List<Job<?>> group = new ArrayList<>();
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this thread", e);
      }
      queue.drainTo(group, LARGEST_GROUP - 1);
      goOn = !group.contains(end);
      commit(group);
    }
  }

  private void commit(List<Job<?>> group) {
    try {
      for (Job<?> job : group) {
        job.run(connection);
      }
      connection.commit();
      group.forEach(Job::committed);
    } catch (SQLException | RuntimeException e) {
      rollBack(e);
      group.forEach(job -> job.failed(e));
    }
  }

  private void rollBack(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /// Writes what was handed in, then closes the database.
  @Override
  public void close() throws IOException {
    queue.add(end);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("run.db cannot be closed: " + e.getMessage(), e);
    }
  }

  private static final class Job<T> {

    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;

    Job(Work<T> work) {
      this.work = work;
    }

    void run(Connection connection) throws SQLException {
      result = work.on(connection);
    }

    void committed() {
      done.complete(Objects.requireNonNull(result));
    }

    void failed(Exception e) {
      done.completeExceptionally(e);
    }
  }
}
