package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.Backend;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places for sequences, made as they are needed. For the engine's thread.
final class Slots {

  private final Backend backend;
  private final EngineOptions options;
  private final List<Slot> slots = new ArrayList<>();
  private long time;

  Slots(Backend backend, EngineOptions options) {
    this.backend = backend;
    this.options = options;
  }

  boolean hasRoom() {
    return slots.size() < options.parallel() || slots.stream().anyMatch(slot -> !slot.isTaken());
  }

  /// A place for a task: of the free ones that which shares most with its prompt, of equal ones
  /// that which was left alone the longest; but a new one, while there may be more, where that one
  /// would lose more than it gives. Many prompts begin alike, and each is to find its own place
  /// again.
  Slot take(Task task) {
    @Nullable Slot best = null;
    int known = 0;
    for (Slot slot : slots) {
      if (!slot.isTaken()) {
        int shared = reusable(slot, task);
        if (best == null
            || shared > known
            || (shared == known && slot.lastUse() < best.lastUse())) {
          best = slot;
          known = shared;
        }
      }
    }
    boolean mayGrow = slots.size() < options.parallel();
    if (best == null || (mayGrow && 2 * known < best.length())) {
      best = new Slot(backend.newCache(), options.context());
      slots.add(best);
      known = 0;
    }
    best.take(known, time++);
    return best;
  }

  /// Tokens that are to be scored or embedded must be computed.
  private static int reusable(Slot slot, Task task) {
    return switch (task) {
      case Task.Write write -> write.telling().prompt() ? 0 : slot.shared(write.prompt());
      case Task.Embed _ -> 0;
    };
  }

  /// Throws away a place whose state is unknown.
  void discard(Slot slot) {
    slots.remove(slot);
    slot.cache().close();
  }

  void close() {
    slots.forEach(slot -> slot.cache().close());
    slots.clear();
  }
}
