package io.mosskit.inference.serve.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What somebody asked, and what becomes of it. Closed, it is given up; whoever asks closes it.
public final class Asking implements AutoCloseable {

  private final Engine engine;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  // Guarded by the engine.
  private final Deque<Sequence> waiting = new ArrayDeque<>();
  private final BitSet unwanted = new BitSet();
  private boolean closed;

  Asking(Engine engine, List<Task> tasks) {
    this.engine = engine;
    for (int index = 0; index < tasks.size(); index++) {
      waiting.add(new Sequence(this, index, tasks.get(index)));
    }
  }

  /// The next thing that happened; null where nothing did within that time.
  public @Nullable Event next(Duration time) throws InterruptedException {
    return events.poll(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Asks for more under an index whose sequence has ended, before anybody else's turn comes.
  public void goOn(int index, Task task) {
    engine.goOn(this, new Sequence(this, index, task));
  }

  /// Wants no more of a sequence. Events of it may still come.
  public void giveUp(int index) {
    synchronized (engine) {
      unwanted.set(index);
    }
  }

  @Override
  public void close() {
    synchronized (engine) {
      closed = true;
      engine.forget(this);
    }
  }

  void tell(Event event) {
    events.add(event);
  }

  boolean wants(Sequence sequence) {
    synchronized (engine) {
      return !closed && !unwanted.get(sequence.index());
    }
  }

  /// The sequences that have not begun; to be looked at in the engine's lock alone.
  Deque<Sequence> waiting() {
    return waiting;
  }
}
