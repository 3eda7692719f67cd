package io.mosskit.inference.serve;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.Logits;
import io.mosskit.inference.tokenizer.MossTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// A backend without a model: it says what a function makes of the prompt, a step whenever it may.
final class ScriptedModel implements Backend {

  private final MossConfig config;
  private final MossTokenizer tokenizer;
  private final UnaryOperator<String> replies;
  private final Semaphore steps;

  ScriptedModel(
      MossTokenizer tokenizer, int positions, UnaryOperator<String> replies, Semaphore steps) {
    this.config =
        new MossConfig(tokenizer.vocabularySize(), positions, 8, 1, 4, 8, 2, 1e-5, 0, 1, 32, 128);
    this.tokenizer = tokenizer;
    this.replies = replies;
    this.steps = steps;
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
    return new Said();
  }

  @Override
  public void forward(List<Chunk> chunks, LogitReader reader) {
    steps.acquireUninterruptibly();
    for (int i = 0; i < chunks.size(); i++) {
      Chunk chunk = chunks.get(i);
      Said said = (Said) chunk.cache();
      for (int id : chunk.ids()) {
        said.ids.add(id);
      }
      if (chunk.wanted() == Chunk.Wanted.LAST) {
        reader.accept(i, said.ids.size() - 1, new Certain(said.next(), config.vocabSize()));
      }
    }
  }

  @Override
  public void hidden(List<Chunk> chunks, HiddenReader reader) {
    throw new UnsupportedOperationException("nobody asks for hidden states");
  }

  @Override
  public void close() {}

  /// A sequence and the reply under way.
  private final class Said implements KvCache {

    private final List<Integer> ids = new ArrayList<>();
    private int[] reply = {};
    private int at;

    int next() {
      boolean goesOn = at > 0 && at < reply.length && ids.getLast() == reply[at - 1];
      if (!goesOn) {
        int[] all = ids.stream().mapToInt(Integer::intValue).toArray();
        reply = tokenizer.encode(replies.apply(tokenizer.decode(all)));
        at = 0;
      }
      return reply[at++];
    }

    @Override
    public int length() {
      return ids.size();
    }

    @Override
    public void truncate(int length) {
      ids.subList(length, ids.size()).clear();
    }

    @Override
    public void close() {}
  }

  /// Logits that leave no doubt.
  private record Certain(int id, int size) implements Logits {

    @Override
    public void copyTo(float[] into) {
      Arrays.fill(into, 0, size, 0);
      into[id] = 100;
    }

    @Override
    public float logProbability(int of) {
      return of == id ? 0 : -100;
    }

    @Override
    public void top(int[] ids, float[] values) {
      Arrays.fill(ids, id);
    }
  }
}
