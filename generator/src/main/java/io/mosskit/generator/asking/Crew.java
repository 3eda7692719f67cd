package io.mosskit.generator.asking;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Does a long list of waiting work in virtual threads.
public final class Crew {

  private Crew() {}

  /// Work on one thing.
  @FunctionalInterface
  public interface Work<T> {
    void on(T thing) throws GenerationException, IOException, InterruptedException;
  }

  /// Work on one thing that brings a result.
  @FunctionalInterface
  public interface Errand<T, R> {
    R on(T thing) throws GenerationException, IOException, InterruptedException;
  }

  /// Like [#forEach]; returns the results in the order of the things.
  public static <T, R> List<R> map(
      List<T> things, int atOnce, Errand<? super T, ? extends R> errand)
      throws GenerationException, IOException, InterruptedException {
    SortedMap<Integer, R> results = new ConcurrentSkipListMap<>();
    forEach(
        IntStream.range(0, things.size()).iterator(),
        atOnce,
        i -> results.put(i, errand.on(things.get(i))));
    return List.copyOf(results.values());
  }

  /// Does the work on each thing, on so many at a time, and returns when all is done. The first
  /// failure stops the rest and is thrown; so does an interrupt of the caller. Where the budget is
  /// reached, nothing more is begun, and what is under way, which is paid for, may end first.
  public static <T> void forEach(Iterator<T> things, int atOnce, Work<? super T> work)
      throws GenerationException, IOException, InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Boolean> done = new ExecutorCompletionService<>(threads);
      int underWay = 0;
      Optional<GenerationException> stop = Optional.empty();
      try {
        while (underWay > 0 || (stop.isEmpty() && things.hasNext())) {
          if (stop.isEmpty() && underWay < atOnce && things.hasNext()) {
            T thing = things.next();
            done.submit(() -> {
              work.on(thing);
              return true;
            });
            underWay++;
          } else {
            Optional<GenerationException> reached = budgetReached(done.take());
            stop = stop.or(() -> reached);
            underWay--;
          }
        }
      } finally {
        threads.shutdownNow();
      }
      if (stop.isPresent()) {
        throw stop.get();
      }
    }
  }

  /// Word that the budget is reached, where a piece of work ended so.
  ///
  /// @throws GenerationException where it failed in another way
  private static Optional<GenerationException> budgetReached(Future<Boolean> finished)
      throws GenerationException, IOException, InterruptedException {
    try {
      finished.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case GenerationException cause when cause.kind() == Kind.BUDGET_REACHED ->
            Optional.of(cause);
        case GenerationException cause -> throw cause;
        case IOException cause -> throw cause;
        case InterruptedException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new AssertionError(e);
      };
    }
  }
}
