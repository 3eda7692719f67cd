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

  /// A place for a task: of the free ones that which shares most with its prompt; a new one where
  /// none shares anything; of equal ones that which holds least, else which was left alone the
  /// longest.
  Slot take(Task task) {
    @Nullable Slot best = null;
    int known = 0;
    for (Slot slot : slots) {
      if (!slot.isTaken()) {
        int shared = reusable(slot, task);
        if (best == null || shared > known || (shared == known && losesLess(slot, best))) {
          best = slot;
          known = shared;
        }
      }
    }
    if (best == null || (known == 0 && slots.size() < options.parallel())) {
      best = new Slot(backend.newCache(), options.context());
      slots.add(best);
    }
    best.take(known, time++);
    return best;
  }

  private static boolean losesLess(Slot slot, Slot than) {
    return slot.length() < than.length()
        || (slot.length() == than.length() && slot.lastUse() < than.lastUse());
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
