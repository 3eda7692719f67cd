package io.mosskit.generator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsTogetherTest {

  @TempDir Path folder;

  private static int insert(Statements statements, String name) throws SQLException {
    return statements.update("INSERT INTO parameter (name, value) VALUES (?, '值')", name);
  }

  private static List<String> names(Committer committer) throws Exception {
    return committer.commit(statements ->
        statements.list("SELECT name FROM parameter ORDER BY name", row -> row.getString(1)));
  }

  @Test
  void onePieceOfWorkFailsAloneInItsGroup() throws Exception {
    CountDownLatch oneGroup = new CountDownLatch(1);
    try (Committer committer = new Committer(Database.open(folder));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch begun = new CountDownLatch(1);
      Future<Boolean> door =
          threads.submit(() ->
              committer.commit(_ -> {
                begun.countDown();
                return await(oneGroup);
              }));
      begun.await();
      List<Future<Integer>> done = new ArrayList<>();
      for (String name : List.of("a", "b", "a", "c")) {
        done.add(threads.submit(() -> committer.commit(statements -> insert(statements, name))));
      }
      Future<?> bug =
          threads.submit(() ->
              committer.commit(statements -> {
                insert(statements, "lost");
                throw new IllegalStateException("a bug, 缺陷");
              }));
      while (committer.waiting() < 5) {
        Thread.onSpinWait();
      }
      oneGroup.countDown();
      assertThat(door.get()).isTrue();
      assertThatThrownBy(bug::get).rootCause().hasMessage("a bug, 缺陷");
      List<Optional<Throwable>> ends = new ArrayList<>();
      for (Future<Integer> each : done) {
        ends.add(failureOf(each));
      }
      assertThat(ends.stream().filter(Optional::isEmpty)).hasSize(3);
      assertThat(ends.stream().flatMap(Optional::stream))
          .singleElement()
          .isInstanceOfSatisfying(
              IOException.class, e -> assertThat(e).hasMessageContaining("UNIQUE"));
      assertThat(names(committer)).containsExactly("a", "b", "c");
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<Throwable> failureOf(Future<?> future) throws InterruptedException {
    try {
      future.get();
      return Optional.empty();
    } catch (java.util.concurrent.ExecutionException e) {
      return Optional.of(e.getCause());
    }
  }
}
