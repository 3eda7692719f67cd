package io.mosskit.inference.tornado;

import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Runs of a backend that tests compare.
final class Runs {

  private Runs() {}

  /// The logits of several sequences at every position, all in one batch.
  static List<float[][]> logits(Backend backend, List<int[]> sequences) {
    List<float[][]> all = new ArrayList<>();
    List<Chunk> chunks = new ArrayList<>();
    for (int[] ids : sequences) {
      all.add(new float[ids.length][backend.config().vocabSize()]);
      chunks.add(new Chunk(backend.newCache(), ids, Wanted.ALL));
    }
    backend.forward(chunks, (chunk, position, row) -> row.copyTo(all.get(chunk)[position]));
    chunks.forEach(chunk -> chunk.cache().close());
    return all;
  }

  /// The logits of a sequence at every position, in chunks of random lengths.
  static float[][] inChunks(Backend backend, int[] ids, RandomGenerator random, int longest) {
    float[][] logits = new float[ids.length][backend.config().vocabSize()];
    try (KvCache cache = backend.newCache()) {
      for (int from = 0; from < ids.length; ) {
        int to = Math.min(ids.length, from + 1 + random.nextInt(longest));
        backend.forward(
            List.of(new Chunk(cache, Arrays.copyOfRange(ids, from, to), Wanted.ALL)),
            (_, position, row) -> row.copyTo(logits[position]));
        from = to;
      }
    }
    return logits;
  }
}
