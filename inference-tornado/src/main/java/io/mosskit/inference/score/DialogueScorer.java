package io.mosskit.inference.score;

import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.score.Passage.Reply;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.convert.LossMask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Scores dialogues with a model, some of them together. The scores of each are the bits that it
/// has alone.
///
/// A dialogue goes through the model once, whole, and each of its replies once more by itself.
final class DialogueScorer {

  /// How many tokens of caches sequences that are computed together take, unless one alone takes
  /// more.
  static final int BATCH_ROOM = 4096;

  private static final int PAGE = 64;

  private final Backend backend;
  private final MossTokenizer tokenizer;
  private final Optional<RewardHead> head;
  private final int surprises;

  /// Makes a scorer.
  ///
  /// @param surprises how many surprising tokens are named
  DialogueScorer(
      Backend backend, MossTokenizer tokenizer, Optional<RewardHead> head, int surprises) {
    this.backend = backend;
    this.tokenizer = tokenizer;
    this.head = head;
    this.surprises = surprises;
  }

  /// Scores dialogues, none of them longer than the model reads.
  List<DialogueScore> score(List<Passage> passages) {
    List<KvCache> caches = new ArrayList<>();
    try {
      List<float[]> whole = losses(passages.stream().map(Passage::ids).toList(), caches);
      List<List<OptionalDouble>> rewards = new ArrayList<>();
      for (int i = 0; i < passages.size(); i++) {
        rewards.add(rewards(passages.get(i), caches.get(i)));
      }
      closeAll(caches);
      Iterator<float[]> alone = alone(passages).iterator();
      List<DialogueScore> scores = new ArrayList<>();
      for (int i = 0; i < passages.size(); i++) {
        scores.add(score(passages.get(i), whole.get(i), alone, rewards.get(i)));
      }
      return scores;
    } finally {
      closeAll(caches);
    }
  }

  private static void closeAll(List<KvCache> caches) {
    caches.forEach(KvCache::close);
    caches.clear();
  }

  /// What each reply costs by itself, dialogue after dialogue; no more of them at a time than a
  /// batch has room for.
  private List<float[]> alone(List<Passage> passages) {
    List<int[]> replies =
        passages.stream()
            .flatMap(passage -> passage.replies().stream().map(passage::alone))
            .toList();
    List<float[]> losses = new ArrayList<>();
    int from = 0;
    while (from < replies.size()) {
      long room = 0;
      int to = from;
      while (to < replies.size()
          && (to == from || room + room(replies.get(to).length) <= BATCH_ROOM)) {
        room += room(replies.get(to++).length);
      }
      List<KvCache> caches = new ArrayList<>();
      try {
        losses.addAll(losses(replies.subList(from, to), caches));
      } finally {
        closeAll(caches);
      }
      from = to;
    }
    return losses;
  }

  /// How many tokens of a cache a sequence takes, which grows by pages.
  static long room(int tokens) {
    return (long) Math.ceilDiv(tokens, PAGE) * PAGE;
  }

  /// -ln p of each token of each sequence; of the first ones, which nothing foretells, 0.
  private List<float[]> losses(List<int[]> sequences, List<KvCache> caches) {
    List<float[]> losses = new ArrayList<>();
    List<Chunk> chunks = new ArrayList<>();
    for (int[] ids : sequences) {
      caches.add(backend.newCache());
      losses.add(new float[ids.length]);
      chunks.add(new Chunk(caches.getLast(), ids, Wanted.ALL));
    }
    backend.forward(
        chunks,
        (chunk, position, logits) -> {
          int[] ids = sequences.get(chunk);
          if (position + 1 < ids.length) {
            losses.get(chunk)[position + 1] = -logits.logProbability(ids[position + 1]);
          }
        });
    return losses;
  }

  /// What the head says of each reply, at its last token; each time the cache goes back to before
  /// that token, so that nothing else is computed again.
  private List<OptionalDouble> rewards(Passage passage, KvCache cache) {
    List<OptionalDouble> rewards = new ArrayList<>();
    for (Reply reply : passage.replies().reversed()) {
      rewards.addFirst(
          head.isEmpty()
              ? OptionalDouble.empty()
              : OptionalDouble.of(head.get().of(backend, cache, passage.ids(), reply.to())));
    }
    return rewards;
  }

  /// The score of a dialogue.
  ///
  /// @param whole the losses of the dialogue
  /// @param alone those of each reply by itself, the next ones
  private DialogueScore score(
      Passage passage, float[] whole, Iterator<float[]> alone, List<OptionalDouble> rewards) {
    List<TurnScore> turns = new ArrayList<>();
    for (int i = 0; i < passage.replies().size(); i++) {
      Reply reply = passage.replies().get(i);
      int marker = reply.from() - reply.marker();
      turns.add(
          new TurnScore(
              reply.turn(),
              sum(whole, reply.from(), reply.to(), reply.bytes()),
              sum(alone.next(), marker, marker + reply.scored(), reply.bytes()),
              rewards.get(i)));
    }
    return new DialogueScore(turns, masked(passage, whole), surprises(passage, whole));
  }

  private static Loss sum(float[] losses, int from, int to, int bytes) {
    double nll = 0;
    for (int i = from; i < to; i++) {
      nll += losses[i];
    }
    return new Loss(to - from, nll, bytes);
  }

  private static Map<LossMask, Loss> masked(Passage passage, float[] losses) {
    Map<LossMask, Loss> masks = new EnumMap<>(LossMask.class);
    for (LossMask mask : LossMask.values()) {
      double nll = 0;
      long tokens = 0;
      for (int i = 1; i < losses.length; i++) {
        if (passage.hasLoss(mask, i)) {
          nll += losses[i];
          tokens++;
        }
      }
      masks.put(mask, new Loss(tokens, nll, 0));
    }
    return masks;
  }

  private List<Surprise> surprises(Passage passage, float[] losses) {
    List<int[]> tokens = new ArrayList<>(); // turn and token
    for (Reply reply : passage.replies()) {
      for (int token = reply.from(); token < reply.to(); token++) {
        tokens.add(new int[] {reply.turn(), token});
      }
    }
    Comparator<int[]> byLoss = Comparator.comparingDouble(token -> -losses[token[1]]);
    tokens.sort(byLoss);
    TokenText texts = new TokenText(tokenizer, passage.ids());
    return tokens.subList(0, Math.min(surprises, tokens.size())).stream()
        .map(token ->
            new Surprise(
                token[0], token[1], losses[token[1]], texts.of(token[1]), texts.before(token[1])))
        .toList();
  }
}
