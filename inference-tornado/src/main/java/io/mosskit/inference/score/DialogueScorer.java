package io.mosskit.inference.score;

import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
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
import java.util.stream.Stream;

/// Scores dialogues with a model, some of them together. The scores of each are the bits that it
/// has alone.
///
/// A dialogue goes through the model once, whole, and each of its replies once more by itself. What
/// a dialogue begins with as an earlier one did is not computed again, see [Lane].
final class DialogueScorer implements AutoCloseable {

  /// How many tokens of caches there are at a time, unless one dialogue and one of its replies take
  /// more.
  private static final int ROOM = 4096;

  /// Caches grow by so many tokens at most.
  private static final int PAGE = 256;

  private final Backend backend;
  private final MossTokenizer tokenizer;
  private final Optional<RewardHead> head;
  private final int surprises;
  private final List<Lane> lanes = new ArrayList<>();
  private long shared;

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

  /// How many tokens of caches it takes at most with dialogues of so many tokens.
  static long room(int longest) {
    return Math.max(ROOM, 2 * pages(longest));
  }

  /// How many dialogues go through the model together, none of them of more tokens: so many that
  /// there is room for one of their replies too.
  static int together(int longest) {
    return Math.max(1, (int) (ROOM / pages(longest)) - 1);
  }

  private static long pages(int tokens) {
    return Math.max(1, (long) Math.ceilDiv(tokens, PAGE)) * PAGE;
  }

  /// Scores dialogues together, none of them longer than the model reads.
  List<DialogueScore> score(List<Passage> passages) {
    List<Lane> taken = lanesFor(passages);
    Iterator<float[]> alone = read(passages, taken).iterator();
    List<DialogueScore> scores = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Lane lane = taken.get(i);
      scores.add(score(passage, lane.losses(), alone, rewards(passage, lane.cache())));
    }
    return scores;
  }

  /// A lane for each dialogue, that which shares most with its beginning; there are no others
  /// afterwards.
  private List<Lane> lanesFor(List<Passage> passages) {
    List<Lane> taken = new ArrayList<>();
    for (Passage passage : passages) {
      Comparator<Lane> byShared = Comparator.comparingInt(lane -> lane.shared(passage.ids()));
      Lane best = lanes.stream().max(byShared).orElseGet(() -> new Lane(backend));
      lanes.remove(best);
      shared += best.shared(passage.ids());
      taken.add(best);
    }
    close();
    lanes.addAll(taken);
    return taken;
  }

  /// Has the model read dialogues, and their replies by themselves: with the dialogues as many of
  /// these as there is room for, then again as many.
  ///
  /// @return what each reply costs by itself, dialogue after dialogue
  private List<float[]> read(List<Passage> passages, List<Lane> taken) {
    List<int[]> dialogues = passages.stream().map(Passage::ids).toList();
    List<int[]> replies =
        passages.stream()
            .flatMap(passage -> passage.replies().stream().map(passage::alone))
            .toList();
    long left = ROOM - dialogues.stream().mapToLong(ids -> pages(ids.length)).sum();
    int to = fitting(replies, 0, left);
    List<float[]> alone = new ArrayList<>(read(taken, dialogues, replies.subList(0, to)));
    while (to < replies.size()) {
      int from = to;
      to = fitting(replies, from, left);
      alone.addAll(read(List.of(), List.of(), replies.subList(from, to)));
    }
    return alone;
  }

  /// The end of the replies that fit, one at least.
  private static int fitting(List<int[]> replies, int from, long left) {
    long room = 0;
    int to = from;
    while (to < replies.size() && (to == from || room + pages(replies.get(to).length) <= left)) {
      room += pages(replies.get(to++).length);
    }
    return to;
  }

  private List<float[]> read(List<Lane> taken, List<int[]> dialogues, List<int[]> replies) {
    List<Lane> fresh = replies.stream().map(_ -> new Lane(backend)).toList();
    try {
      List<Lane> all = Stream.concat(taken.stream(), fresh.stream()).toList();
      List<int[]> sequences = Stream.concat(dialogues.stream(), replies.stream()).toList();
      List<Chunk> chunks = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        chunks.add(all.get(i).take(sequences.get(i)));
      }
      backend.forward(chunks, (chunk, position, logits) -> all.get(chunk).read(position, logits));
      return fresh.stream().map(Lane::losses).toList();
    } finally {
      fresh.forEach(Lane::close);
    }
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

  /// How many tokens were not computed, since lanes had them.
  long shared() {
    return shared;
  }

  /// Gives the memory of the lanes back.
  @Override
  public void close() {
    lanes.forEach(Lane::close);
    lanes.clear();
  }
}
