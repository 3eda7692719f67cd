package io.mosskit.inference.sampling;

import java.util.Arrays;
import java.util.BitSet;

/// Which tokens occurred in a sequence, prompt and all.
public final class History {

  private final BitSet occurred = new BitSet();
  private int[] distinct = new int[64];
  private int count;

  /// Remembers a token.
  public void add(int id) {
    if (!occurred.get(id)) {
      occurred.set(id);
      if (count == distinct.length) {
        distinct = Arrays.copyOf(distinct, 2 * count);
      }
      distinct[count++] = id;
    }
  }

  /// Remembers tokens.
  public void addAll(int[] ids) {
    for (int id : ids) {
      add(id);
    }
  }

  int count() {
    return count;
  }

  int at(int index) {
    return distinct[index];
  }
}
