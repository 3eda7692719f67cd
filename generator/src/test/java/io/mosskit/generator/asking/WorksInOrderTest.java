package io.mosskit.generator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorksInOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void returnsResultsInTheOrderOfTheThings(int atOnce) throws Exception {
    List<Integer> things = IntStream.range(0, 50).boxed().toList();
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<String> results =
        Crew.map(
            things,
            atOnce,
            thing -> {
              most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
              Thread.yield();
              underWay.decrementAndGet();
              return "第" + thing;
            });
    assertThat(results).isEqualTo(things.stream().map(thing -> "第" + thing).toList());
    assertThat(most.get()).isLessThanOrEqualTo(atOnce);
  }

  @Test
  void theFirstFailureStopsTheRest() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    assertThatThrownBy(() ->
            Crew.forEach(
                IntStream.range(0, 1000).iterator(),
                4,
                i -> {
                  begun.incrementAndGet();
                  if (i == 2) {
                    throw new IOException("disk full");
                  }
                  never.await();
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(begun.get()).isLessThan(10);
  }

  @Test
  void everyKindOfFailureComesThroughAsItIs() {
    for (Throwable failure :
        List.of(
            new GenerationException(GenerationException.Kind.NO_SEEDS, "no seeds"),
            new InterruptedException("stop"),
            new IllegalStateException("bug"),
            new StackOverflowError("deep"))) {
      assertThatThrownBy(() -> Crew.forEach(List.of(1).iterator(), 1, _ -> raise(failure)))
          .isSameAs(failure);
    }
  }

  private static void raise(Throwable failure) throws GenerationException, InterruptedException {
    switch (failure) {
      case GenerationException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(failure);
    }
  }

  @Test
  void anInterruptOfTheCallerStopsTheWork() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger stopped = new AtomicInteger();
    Thread caller = Thread.currentThread();
    assertThatThrownBy(() ->
            Crew.forEach(
                IntStream.range(0, 3).iterator(),
                3,
                i -> {
                  if (i == 2) {
                    caller.interrupt();
                  }
                  try {
                    never.await();
                  } finally {
                    stopped.incrementAndGet();
                  }
                }))
        .isInstanceOf(InterruptedException.class);
    assertThat(stopped).hasValue(3);
  }
}
