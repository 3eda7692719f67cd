package io.mosskit.inference.score;

import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.Logits;
import java.util.Arrays;

/// Where one sequence after another goes through the model. The keys and values of each stay until
/// the next one comes: of that, what both begin with is not computed again. Dialogues of one corpus
/// begin with the same meta instruction, and replies to one context with all of it.
///
/// What is kept are the bits that would be computed, see [Backend]; what the model did not get to,
/// since it failed, is not kept.
final class Lane implements AutoCloseable {

  private final KvCache cache;
  private int[] ids = new int[0];
  private float[] losses = new float[0];

  /// How many tokens are known: their keys and values are in the cache, and their losses are here.
  private int known;

  Lane(Backend backend) {
    cache = backend.newCache();
  }

  /// How many tokens the next sequence begins with that are here.
  int shared(int[] next) {
    int most = Math.min(Math.min(known, cache.length()), next.length);
    int same = Arrays.mismatch(ids, 0, most, next, 0, most);
    return same < 0 ? most : same;
  }

  /// Takes the next sequence.
  ///
  /// @param next read only, not copied
  /// @return what the model has to read of it: what is new, and the token before, which foretells
  ///   the first new one
  Chunk take(int[] next) {
    int shared = shared(next);
    int kept = Math.max(0, shared - 1);
    cache.truncate(kept);
    losses = Arrays.copyOf(Arrays.copyOf(losses, shared), next.length);
    ids = next;
    known = kept;
    return new Chunk(cache, Arrays.copyOfRange(next, kept, next.length), Wanted.ALL);
  }

  /// Takes what the model says at a position of the sequence.
  void read(int position, Logits logits) {
    if (position + 1 < ids.length) {
      losses[position + 1] = -logits.logProbability(ids[position + 1]);
    }
    known = position + 1;
  }

  /// -ln p of each token of the sequence, once the model has read it; of the first one, which
  /// nothing foretells, 0. Read only.
  float[] losses() {
    return losses;
  }

  /// The keys and values of the sequence.
  KvCache cache() {
    return cache;
  }

  @Override
  public void close() {
    cache.close();
  }
}
