package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Computes what many ask of one model. In each step the replies under way get a token each, and
/// prompts are read by as many tokens as leave the replies steady; sequences join and leave between
/// steps. What an asker gets does not depend on who else asks.
///
/// Thread-safe. The model is computed by one thread of its own.
public final class Engine implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Engine.class.getName());

  private final Backend backend;
  private final EngineOptions options;
  private final Writing.Vocabulary words;
  private final float[] row;
  private final Slots slots;
  private final Counters counters = new Counters();
  private final List<Sequence> running = new ArrayList<>();
  private final Thread thread;

  // Guarded by this.
  private final Deque<Asking> waiting = new ArrayDeque<>();
  private boolean closed;

  private Engine(Backend backend, int vocabularySize, EngineOptions options) {
    this.backend = backend;
    this.options = options;
    int context = Math.min(options.context(), backend.config().nPositions());
    words = new Writing.Vocabulary(Math.min(vocabularySize, backend.config().vocabSize()), context);
    row = new float[backend.config().vocabSize()];
    slots = new Slots(backend, options);
    thread = Thread.ofPlatform().name("mosskit-engine").unstarted(this::run);
  }

  /// Starts an engine.
  ///
  /// @param backend used by the engine alone until it is closed; closed by whoever made it
  /// @param vocabularySize how many tokens there are; the model's rows beyond stand for none
  public static Engine start(Backend backend, int vocabularySize, EngineOptions options) {
    Engine engine = new Engine(backend, vocabularySize, options);
    engine.thread.start();
    return engine;
  }

  /// The longest sequence, prompt and reply.
  public int context() {
    return words.context();
  }

  /// How many tokens there are.
  public int vocabularySize() {
    return words.size();
  }

  /// Asks for some sequences.
  ///
  /// @throws BusyException if too many wait already
  /// @throws IllegalArgumentException if a prompt leaves no room for what is asked, or an id is no
  ///   token; whoever asks looks before
  public Asking ask(List<Task> tasks) throws BusyException {
    tasks.forEach(this::check);
    Asking asking = new Asking(this, tasks);
    synchronized (this) {
      if (waiting.size() >= options.queue()) {
        throw new BusyException(waiting.size());
      }
      waiting.addLast(asking);
      wakeUp();
    }
    return asking;
  }

  private void check(Task task) {
    int[] prompt = task.prompt();
    boolean writes = task instanceof Task.Write write && write.most() > 0;
    if (prompt.length + (writes ? 1 : 0) > words.context()) {
      throw new IllegalArgumentException(
          "%d tokens for a context of %d".formatted(prompt.length, words.context()));
    }
    for (int id : prompt) {
      if (id < 0 || id >= words.size()) {
        throw new IllegalArgumentException("token id %d of %d".formatted(id, words.size()));
      }
    }
  }

  /// Lets an asker go on; it waited in line already.
  void goOn(Asking asking, Sequence sequence) {
    check(sequence.task());
    synchronized (this) {
      if (asking.waiting().isEmpty()) {
        waiting.addFirst(asking);
      }
      asking.waiting().addFirst(sequence);
      wakeUp();
    }
  }

  /// Forgets what an asker no longer wants and has not begun.
  void forget(Asking asking) {
    synchronized (this) {
      counters.cancelled.addAndGet(asking.waiting().size());
      asking.waiting().clear();
      waiting.remove(asking);
    }
  }

  /// Lets the thread look for work; one that has ended can only say so.
  private synchronized void wakeUp() {
    if (closed) {
      failWaiting();
    } else {
      notifyAll();
    }
  }

  /// What it has done and has to do.
  public EngineCounts counts() {
    synchronized (this) {
      return counters.counts(waiting.size());
    }
  }

  /// Whether it computes; once it does not, it never will again.
  public boolean isAlive() {
    return thread.isAlive();
  }

  /// Stops after the step under way; whoever still waits is told that it failed.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
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
  }

  private void run() {
    try {
      while (begin()) {
        step();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      failAll();
      slots.close();
    }
  }

  /// Waits for work and lets as many sequences begin as there is room for.
  ///
  /// @return whether to go on
  private synchronized boolean begin() throws InterruptedException {
    while (!closed) {
      while (!waiting.isEmpty() && slots.hasRoom()) {
        beginNext();
      }
      if (!running.isEmpty()) {
        return true;
      }
      wait();
    }
    return false;
  }

  /// Lets the first asker's next sequence begin; its others wait behind the other askers'.
  private void beginNext() {
    Asking asking = waiting.removeFirst();
    Sequence sequence = asking.waiting().removeFirst();
    if (!asking.waiting().isEmpty()) {
      waiting.addLast(asking);
    }
    if (!sequence.isWanted()) {
      counters.cancelled.incrementAndGet();
      return;
    }
    running.add(sequence); // From here on it is told whatever happens.
    try {
      Slot slot = slots.take(sequence.task());
      counters.cachedTokens.addAndGet(slot.length());
      sequence.begin(slot, work(sequence));
    } catch (RuntimeException e) {
      running.remove(sequence);
      LOG.log(Level.ERROR, "there is no place for a sequence", e);
      failed(sequence, "there is no place for it: " + e);
    }
    counters.running.set(running.size());
  }

  private void failed(Sequence sequence, String problem) {
    counters.failed.incrementAndGet();
    sequence.end(new Event.Failed(sequence.index(), problem));
  }

  private Work work(Sequence sequence) {
    return switch (sequence.task()) {
      case Task.Write write -> new Writing(sequence, write, counters, row, words);
      case Task.Embed _ -> new Embedding(sequence, backend.config().nEmbd());
    };
  }

  private void step() {
    dropUnwanted();
    Step step = new Step();
    running.stream().filter(Sequence::isWriting).forEach(step::write);
    int room = step.isEmpty() ? options.block() : options.piece();
    for (Sequence sequence : running) {
      if (!sequence.isWriting() && room > 0) {
        room -= step.read(sequence, room);
      }
    }
    try {
      step.compute();
    } catch (RuntimeException e) {
      // One sequence that breaks the backend is not to end the service for all others.
      LOG.log(Level.ERROR, "the model could not be computed", e);
      step.fail(e);
    }
    leave();
  }

  private void dropUnwanted() {
    for (Sequence sequence : running) {
      if (!sequence.isWanted()) {
        counters.cancelled.incrementAndGet();
        sequence.abandon();
      }
    }
    leave();
  }

  /// Lets sequences go that have ended.
  private void leave() {
    for (Sequence sequence : running) {
      if (sequence.hasEnded()) {
        sequence.slot().release();
      }
    }
    running.removeIf(Sequence::hasEnded);
    counters.running.set(running.size());
  }

  private void failAll() {
    running.forEach(Engine::fail);
    running.clear();
    counters.running.set(0);
    synchronized (this) {
      closed = true;
      failWaiting();
    }
  }

  private synchronized void failWaiting() {
    for (Asking asking : waiting) {
      asking.waiting().forEach(Engine::fail);
      asking.waiting().clear();
    }
    waiting.clear();
  }

  private static void fail(Sequence sequence) {
    sequence.end(new Event.Failed(sequence.index(), "the server has stopped"));
  }

  /// What is computed together.
  private final class Step {

    private final List<Sequence> written = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Sequence> embedded = new ArrayList<>();
    private final List<Chunk> texts = new ArrayList<>();

    boolean isEmpty() {
      return chunks.isEmpty();
    }

    void write(Sequence sequence) {
      written.add(sequence);
      chunks.add(sequence.write());
    }

    /// Reads on in a prompt, and says by how many tokens.
    int read(Sequence sequence, int most) {
      Chunk chunk = sequence.read(most);
      switch (sequence.work()) {
        case Writing _ -> {
          written.add(sequence);
          chunks.add(chunk);
        }
        case Embedding _ -> {
          embedded.add(sequence);
          texts.add(chunk);
        }
      }
      counters.readTokens.addAndGet(chunk.ids().length);
      return chunk.ids().length;
    }

    void compute() {
      if (!chunks.isEmpty()) {
        counters.steps.incrementAndGet();
        backend.forward(
            chunks, (chunk, position, logits) -> written.get(chunk).work().take(position, logits));
      }
      if (!texts.isEmpty()) {
        counters.steps.incrementAndGet();
        backend.hidden(
            texts, (chunk, position, state) -> embedded.get(chunk).work().take(position, state));
      }
    }

    void fail(RuntimeException e) {
      written.addAll(embedded);
      for (Sequence sequence : written) {
        if (!sequence.hasEnded()) {
          failed(sequence, "the model could not be computed: " + e);
        }
        running.remove(sequence);
        slots.discard(sequence.slot());
      }
    }
  }
}
