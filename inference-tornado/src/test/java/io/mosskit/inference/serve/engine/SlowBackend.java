package io.mosskit.inference.serve.engine;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.CountedTokens;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.Logits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A backend without a model whose every step waits to be allowed. It always says token 1, and
/// remembers how many tokens each step had of each sequence.
final class SlowBackend implements Backend {

  private final MossConfig config;
  private final Semaphore allowed = new Semaphore(0);
  private final List<List<Integer>> steps = new ArrayList<>();
  private int caches;
  private int mostCaches = Integer.MAX_VALUE;

  SlowBackend(int positions) {
    config = new MossConfig(16, positions, 8, 1, 4, 8, 2, 1e-5, 0, 1, 32, 128);
  }

  /// Lets so many steps happen.
  void allow(int count) {
    allowed.release(count);
  }

  /// How many tokens each step had of each sequence.
  List<List<Integer>> steps() {
    synchronized (steps) {
      return List.copyOf(steps);
    }
  }

  int caches() {
    return caches;
  }

  /// Lets there be no more caches than that.
  void limitCaches(int most) {
    mostCaches = most;
  }

  @Override
  public MossConfig config() {
    return config;
  }

  @Override
  public String name() {
    return "slow";
  }

  @Override
  public KvCache newCache() {
    if (caches == mostCaches) {
      throw new IllegalStateException("no memory for another sequence");
    }
    caches++;
    return new CountedTokens();
  }

  @Override
  public void forward(List<Chunk> chunks, LogitReader reader) {
    allowed.acquireUninterruptibly();
    synchronized (steps) {
      steps.add(chunks.stream().map(chunk -> chunk.ids().length).toList());
    }
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      if (Arrays.stream(chunk.ids()).anyMatch(id -> id == 13)) {
        throw new IllegalStateException("13 brings bad luck");
      }
      CountedTokens cache = (CountedTokens) chunk.cache();
      cache.add(chunk.ids().length);
      if (chunk.wanted() == Chunk.Wanted.LAST) {
        reader.accept(i, cache.length() - 1, new One(config.vocabSize()));
      }
    }
  }

  @Override
  public void hidden(List<Chunk> chunks, HiddenReader reader) {
    throw new UnsupportedOperationException("nobody asks for hidden states");
  }

  @Override
  public void close() {}

  /// Token 1 without doubt.
  private record One(int size) implements Logits {

    @Override
    public void copyTo(float[] into) {
      Arrays.fill(into, 0, size, 0);
      into[1] = 100;
    }

    @Override
    public float logProbability(int id) {
      return id == 1 ? 0 : -100;
    }

    @Override
    public void top(int[] ids, float[] values) {
      throw new UnsupportedOperationException("nobody asks for more than one");
    }
  }
}
