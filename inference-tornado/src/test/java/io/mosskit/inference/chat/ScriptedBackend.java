package io.mosskit.inference.chat;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.Logits;
import java.util.ArrayList;
import java.util.List;

/// A backend without a model: after each prompt it says the next of some replies, token by token,
/// and remembers what it was fed.
final class ScriptedBackend implements Backend {

  private final MossConfig config;
  private final List<int[]> replies;
  private final List<Integer> sequence = new ArrayList<>();
  private final List<List<Integer>> prompts = new ArrayList<>();
  private int reply = -1;
  private int at;

  ScriptedBackend(int vocabulary, int positions, List<int[]> replies) {
    this.config = new MossConfig(vocabulary, positions, 8, 1, 4, 8, 2, 1e-5, 0, 1, 32, 128);
    this.replies = replies;
  }

  /// The whole sequence at the beginning of each reply.
  List<List<Integer>> prompts() {
    return prompts;
  }

  @Override
  public MossConfig config() {
    return config;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public KvCache newCache() {
    return new KvCache() {
      @Override
      public int length() {
        return sequence.size();
      }

      @Override
      public void truncate(int length) {
        sequence.subList(length, sequence.size()).clear();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void forward(List<Chunk> chunks, LogitReader reader) {
    int[] ids = chunks.getFirst().ids();
    if (sequence.size() + ids.length > config.nPositions()) {
      throw new ContextLimitException(sequence.size() + ids.length, config.nPositions());
    }
    for (int id : ids) {
      sequence.add(id);
    }
    boolean continues =
        reply >= 0 && at > 0 && ids.length == 1 && ids[0] == replies.get(reply)[at - 1];
    if (!continues) {
      prompts.add(List.copyOf(sequence));
      reply++;
      at = 0;
    }
    int next = replies.get(reply)[at++];
    reader.accept(0, sequence.size() - 1, new Certain(next, config.vocabSize()));
  }

  @Override
  public void hidden(List<Chunk> chunks, HiddenReader reader) {
    throw new UnsupportedOperationException("a script has no states");
  }

  @Override
  public void close() {}

  /// Logits that leave no doubt.
  private record Certain(int id, int size) implements Logits {

    @Override
    public void copyTo(float[] into) {
      java.util.Arrays.fill(into, 0, size, 0);
      into[id] = 100;
    }

    @Override
    public float logProbability(int of) {
      return of == id ? 0 : -100;
    }

    @Override
    public void top(int[] ids, float[] values) {
      throw new UnsupportedOperationException("nobody asks for more than one");
    }
  }
}
