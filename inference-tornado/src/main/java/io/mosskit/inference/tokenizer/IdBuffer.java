package io.mosskit.inference.tokenizer;

import java.util.Arrays;

/// Token ids in the making.
final class IdBuffer {

  private int[] ids;
  private int size;

  IdBuffer(int expected) {
    ids = new int[expected];
  }

  void add(int id) {
    reserve(1);
    ids[size++] = id;
  }

  void addAll(int[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, ids, size, more.length);
    size += more.length;
  }

  int size() {
    return size;
  }

  /// A copy of the ids from `start` on.
  int[] copyFrom(int start) {
    return Arrays.copyOfRange(ids, start, size);
  }

  private void reserve(int more) {
    if (size + more > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + more, ids.length * 2));
    }
  }
}
