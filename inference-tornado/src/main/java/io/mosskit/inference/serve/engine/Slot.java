package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.KvCache;
import java.util.Arrays;

/// The keys and values of a sequence, which stay when it has ended, until another one needs the
/// place: one that begins alike costs only what is new in it.
final class Slot {

  private final KvCache cache;
  private final int[] ids;
  private boolean taken;
  private long lastUse;

  Slot(KvCache cache, int context) {
    this.cache = cache;
    this.ids = new int[context];
  }

  KvCache cache() {
    return cache;
  }

  /// How many tokens it holds.
  int length() {
    return cache.length();
  }

  boolean isTaken() {
    return taken;
  }

  long lastUse() {
    return lastUse;
  }

  /// How many tokens it shares with the beginning of a prompt, less the last of that, whose logits
  /// are needed.
  int shared(int[] prompt) {
    int most = Math.min(cache.length(), prompt.length - 1);
    int same = Arrays.mismatch(ids, 0, most, prompt, 0, most);
    return same < 0 ? most : same;
  }

  /// Begins a sequence of which so many tokens are there.
  void take(int known, long time) {
    taken = true;
    lastUse = time;
    cache.truncate(known);
  }

  /// Writes down tokens that are about to be computed.
  void remember(int[] next) {
    System.arraycopy(next, 0, ids, cache.length(), next.length);
  }

  void release() {
    taken = false;
  }
}
