package io.mosskit.inference.eval;

import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Gives the log-likelihoods of texts that may follow a context. The context is computed once for
/// all of them; the bits are those of each alone. For one caller at a time.
public final class ChoiceScorer {
  private final Backend backend;
  private final Function<String, int[]> encode;
  private final int beginning;

  /// @param encode a text's ids
  /// @param beginning the token before a text without a context
  public ChoiceScorer(Backend backend, Function<String, int[]> encode, int beginning) {
    this.backend = backend;
    this.encode = encode;
    this.beginning = beginning;
  }

  /// The sum of ln p of the tokens of each text, given the context and its own tokens before.
  ///
  /// Context and text are encoded together, and the text's tokens are those behind as many as the
  /// context has alone; blanks at the end of the context belong to the text, as in
  /// lm-evaluation-harness. What is longer than the model reads loses its beginning, of all texts
  /// alike.
  ///
  /// @throws IllegalArgumentException where a text has no token of its own
  public double[] logLikelihoods(String context, List<String> texts) {
    String before = context.stripTrailing();
    String blanks = context.substring(before.length());
    int own = before.isEmpty() ? 1 : encode.apply(before).length;
    List<int[]> whole = texts.stream().map(text -> ids(before, blanks + text)).toList();
    for (int i = 0; i < whole.size(); i++) {
      if (whole.get(i).length <= own) {
        throw new IllegalArgumentException("\"" + texts.get(i) + "\" has no token of its own");
      }
    }
    int longest = whole.stream().mapToInt(ids -> ids.length).max().orElse(0);
    int lost = Math.clamp(longest - 1L - backend.config().nPositions(), 0, own - 1);
    return scored(
        whole.stream().map(ids -> Arrays.copyOfRange(ids, lost, ids.length)).toList(), own - lost);
  }

  private int[] ids(String before, String text) {
    if (!before.isEmpty()) {
      return encode.apply(before + text);
    }
    int[] ids = encode.apply(text);
    int[] all = new int[ids.length + 1];
    all[0] = beginning;
    System.arraycopy(ids, 0, all, 1, ids.length);
    return all;
  }

  /// @param from the first token that counts
  private double[] scored(List<int[]> sequences, int from) {
    int shared = shared(sequences, from);
    double[] sums = new double[sequences.size()];
    try (KvCache cache = backend.newCache()) {
      int[] beginningIds = Arrays.copyOf(sequences.getFirst(), shared);
      backend.forward(
          List.of(new Chunk(cache, beginningIds, Wanted.LAST)),
          (_, _, logits) -> {
            for (int i = 0; i < sums.length && shared >= from; i++) {
              sums[i] = logits.logProbability(sequences.get(i)[shared]);
            }
          });
      for (int i = 0; i < sums.length; i++) {
        int[] ids = sequences.get(i);
        if (shared < ids.length - 1) {
          sums[i] += rest(cache, ids, shared, from);
          cache.truncate(shared);
        }
      }
    }
    return sums;
  }

  private double rest(KvCache cache, int[] ids, int shared, int from) {
    double[] sum = {0};
    int[] fed = Arrays.copyOfRange(ids, shared, ids.length - 1);
    backend.forward(
        List.of(new Chunk(cache, fed, Wanted.ALL)),
        (_, position, logits) -> {
          if (position + 1 >= from) {
            sum[0] += logits.logProbability(ids[position + 1]);
          }
        });
    return sum[0];
  }

  /// How many tokens all begin with, at least one and no more than the context has.
  private static int shared(List<int[]> sequences, int most) {
    int shared = most;
    for (int[] ids : sequences) {
      int differs = Arrays.mismatch(sequences.getFirst(), 0, shared, ids, 0, shared);
      shared = differs < 0 ? shared : differs;
    }
    return Math.max(1, shared);
  }
}
