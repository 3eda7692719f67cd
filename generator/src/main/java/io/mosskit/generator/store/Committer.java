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

  private static final int LARGEST_GROUP = 4096;

  private final Statements statements;
  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Job<Boolean> end = new Job<>(_ -> true);
  private final Thread thread;

  /// @param connection belongs to this committer from now on; it commits by hand
  Committer(Connection connection) {
    this.statements = new Statements(connection);
    this.thread = Thread.ofPlatform().daemon().name("mosskit-run-store").start(this::work);
  }

  /// A piece of work on the database; may be done again where its transaction failed.
  @FunctionalInterface
  interface Work<T> {
    T on(Statements statements) throws SQLException;
  }

  /// Does the work and returns its result once it is on disk. An interrupt ends the waiting, not
  /// the work: what was handed in is written.
  <T> T commit(Work<T> work) throws IOException, InterruptedException {
    Job<T> job = handIn(work);
    try {
      return job.done.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException bug -> throw bug;
        case Error bug -> throw bug;
        case null, default ->
            throw new IOException(
                "run.db cannot be read or written: " + e.getCause(), e.getCause());
      }
    }
  }

  /// Does the work some time before this committer is closed.
  <T> Job<T> handIn(Work<T> work) {
    Job<T> job = new Job<>(work);
    queue.add(job);
    return job;
  }

  /// How many pieces of work have not been begun.
  int waiting() {
    return queue.size();
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

  /// Where a group fails, each piece is done once more by itself, so that none fails for another.
  private void commit(List<Job<?>> group) {
    try {
      for (Job<?> job : group) {
        job.run(statements);
      }
      statements.commit();
      group.forEach(Job::committed);
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      if (group.size() == 1) {
        group.getFirst().failed(e);
      } else {
        group.forEach(job -> commit(List.of(job)));
      }
    }
  }

  private void rollBack(Throwable cause) {
    try {
      statements.rollback();
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
      statements.close();
    } catch (SQLException e) {
      throw new IOException("run.db cannot be closed: " + e.getMessage(), e);
    }
  }

  /// A piece of work that was handed in.
  static final class Job<T> {

    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T result;

    Job(Work<T> work) {
      this.work = work;
    }

    void run(Statements statements) throws SQLException {
      result = work.on(statements);
    }

    void committed() {
      done.complete(Objects.requireNonNull(result));
    }

    void failed(Throwable e) {
      done.completeExceptionally(e);
    }
  }
}
