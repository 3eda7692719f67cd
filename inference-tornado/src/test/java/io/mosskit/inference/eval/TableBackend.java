package io.mosskit.inference.eval;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.CountedTokens;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.Logits;
import java.util.List;

/// A model with known logits: those of the next token follow from the last token alone, by a table.
final class TableBackend implements Backend {
  private final float[][] table;
  private final MossConfig config;
  private int computed;

  /// @param table a row for each last token
  TableBackend(float[][] table, int positions) {
    this.table = table;
    this.config = new MossConfig(table.length, positions, 8, 1, 4, 8, 2, 1e-5, 0, 1, 32, 128);
  }

  /// How many tokens were fed.
  int computed() {
    return computed;
  }

  @Override
  public MossConfig config() {
    return config;
  }

  @Override
  public String name() {
    return "table";
  }

  @Override
  public KvCache newCache() {
    return new CountedTokens();
  }

  @Override
  public void forward(List<Chunk> chunks, LogitReader reader) {
    for (int chunk = 0; chunk < chunks.size(); chunk++) {
      CountedTokens cache = (CountedTokens) chunks.get(chunk).cache();
      int[] ids = chunks.get(chunk).ids();
      if (cache.length() + ids.length > config.nPositions()) {
        throw new ContextLimitException(cache.length() + ids.length, config.nPositions());
      }
      computed += ids.length;
      for (int i = 0; i < ids.length; i++) {
        boolean wanted =
            switch (chunks.get(chunk).wanted()) {
              case NONE -> false;
              case LAST -> i == ids.length - 1;
              case ALL -> true;
            };
        if (wanted) {
          reader.accept(chunk, cache.length() + i, new Row(table[ids[i]]));
        }
      }
      cache.add(ids.length);
    }
  }

  @Override
  public void hidden(List<Chunk> chunks, HiddenReader reader) {
    throw new UnsupportedOperationException("a table has no hidden states");
  }

  @Override
  public void close() {}

  private record Row(float[] values) implements Logits {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public void copyTo(float[] into) {
      System.arraycopy(values, 0, into, 0, values.length);
    }

    @Override
    public float logProbability(int id) {
      double sum = 0;
      for (float value : values) {
        sum += Math.exp(value);
      }
      return (float) (values[id] - Math.log(sum));
    }

    @Override
    public void top(int[] ids, float[] into) {
      throw new UnsupportedOperationException("nobody asks for more than one");
    }
  }
}
