package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A task on its way. Until it begins it belongs to its asker, from then on to the engine's thread.
final class Sequence {

  private final Asking asking;
  private final int index;
  private final Task task;
  private @Nullable Slot slot;
  private @Nullable Work work;
  private boolean ended;

  Sequence(Asking asking, int index, Task task) {
    this.asking = asking;
    this.index = index;
    this.task = task;
  }

  int index() {
    return index;
  }

  Asking asking() {
    return asking;
  }

  Task task() {
    return task;
  }

  Slot slot() {
    return Objects.requireNonNull(slot);
  }

  Work work() {
    return Objects.requireNonNull(work);
  }

  /// Begins with as much of its prompt as the slot holds.
  void begin(Slot newSlot, Work newWork) {
    slot = newSlot;
    work = newWork;
    asking.tell(new Event.Begun(index, newSlot.length()));
  }

  /// Whether its prompt has been read, so that a token at a time remains.
  boolean isWriting() {
    return slot().length() >= task.prompt().length;
  }

  /// The next tokens of its prompt, at most so many.
  Chunk read(int most) {
    int[] prompt = task.prompt();
    int from = slot().length();
    int to = Math.min(prompt.length, from + most);
    int[] ids = Arrays.copyOfRange(prompt, from, to);
    return chunk(ids, work().wanted(to == prompt.length));
  }

  /// The token that was drawn last.
  Chunk write() {
    return chunk(new int[] {work().last()}, Wanted.LAST);
  }

  private Chunk chunk(int[] ids, Wanted wanted) {
    slot().remember(ids);
    return new Chunk(slot().cache(), ids, wanted);
  }

  boolean isWanted() {
    return asking.wants(this);
  }

  boolean hasEnded() {
    return ended;
  }

  void tell(Event event) {
    asking.tell(event);
  }

  /// Tells the last thing about it.
  void end(Event event) {
    ended = true;
    asking.tell(event);
  }

  /// Ends it without a word, since nobody listens.
  void abandon() {
    ended = true;
  }
}
