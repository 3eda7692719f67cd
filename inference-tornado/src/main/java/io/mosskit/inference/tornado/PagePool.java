package io.mosskit.inference.tornado;

import java.util.ArrayDeque;
import java.util.Deque;

/// The pages of keys and values that no sequence has.
final class PagePool {

  private final Deque<Integer> free = new ArrayDeque<>();
  private final int size;

  PagePool(int size) {
    this.size = size;
    for (int page = 0; page < size; page++) {
      free.add(page);
    }
  }

  int free() {
    return free.size();
  }

  int take() {
    return free.remove();
  }

  void giveBack(int page) {
    free.push(page);
  }

  /// Refuses what there are too few pages for.
  void require(int pages) {
    if (pages > free.size()) {
      throw new DeviceException(
          "the device has room for %d tokens of keys and values, %d of them are free, and %d more are wanted; take fewer sequences at a time, or shorten the context"
              .formatted(size * Block.PAGE, free.size() * Block.PAGE, pages * Block.PAGE));
    }
  }
}
