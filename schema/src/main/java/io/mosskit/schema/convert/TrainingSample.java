package io.mosskit.schema.convert;

import io.mosskit.schema.Tokenizer;
import io.mosskit.schema.convert.TrainingText.Piece;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A training text as token ids with its loss mask, cut to a length by whole turns. Immutable.
/// Source: MOSS reference, sections B.2 to B.4.
public final class TrainingSample {

  /// How many tokens MOSS's own program trains on at most.
  public static final int ORIGINAL_MAX_TOKENS = 2048;

  /// The label of a token that has no loss.
  public static final int NO_LOSS = -100;

  private final int[] inputIds;
  private final List<Span> noLossSpans;
  private final int turns;

  private TrainingSample(int[] inputIds, List<Span> noLossSpans, int turns) {
    this.inputIds = inputIds;
    this.noLossSpans = List.copyOf(noLossSpans);
    this.turns = turns;
  }

  /// Tokenises a text piece by piece. The first turn that would exceed the length ends the sample;
  /// it and all later ones are left out.
  ///
  /// @return empty where not even the first turn fits
  public static Optional<TrainingSample> of(
      TrainingText text, Tokenizer tokenizer, LossMask mask, int maxTokens) {
    Sequence whole = new Sequence(mask);
    TrainingSample sample = null;
    int turn = 0;
    for (Piece piece : text.pieces()) {
      int next = piece instanceof Piece.Value value ? value.turn() : 0;
      if (next != turn) {
        sample = turn == 0 ? null : whole.sample(turn);
        turn = next;
      }
      whole.add(piece, tokenizer.encode(piece.text()));
      if (whole.length > maxTokens) {
        return Optional.ofNullable(sample);
      }
    }
    return turn == 0 ? Optional.empty() : Optional.of(whole.sample(turn));
  }

  /// The token ids.
  public int[] inputIds() {
    return inputIds.clone();
  }

  /// The stretches of tokens that have no loss, empty ones among them, in their order.
  public List<Span> noLossSpans() {
    return noLossSpans;
  }

  /// How many turns the sample holds.
  public int turns() {
    return turns;
  }

  /// The token ids, [#NO_LOSS] where there is none.
  public int[] labels() {
    int[] labels = inputIds.clone();
    for (Span span : noLossSpans) {
      if (!span.isEmpty()) {
        Arrays.fill(labels, Math.max(0, span.start()), span.end(), NO_LOSS);
      }
    }
    return labels;
  }

  /// The sample as a record: `id`, `input_ids`, `labels`, `no_loss_spans`.
  public Json.Obj json(String id) {
    return Json.object()
        .put("id", id)
        .put("input_ids", numbers(inputIds))
        .put("labels", numbers(labels()))
        .put("no_loss_spans", Span.json(noLossSpans))
        .build();
  }

  private static Json numbers(int[] values) {
    return Json.of(IntStream.of(values).mapToObj(Json::of).toList());
  }

  /// Tokens so far.
  private static final class Sequence {

    private final LossMask mask;
    private final List<Span> spans = new ArrayList<>();
    private int[] ids = new int[ORIGINAL_MAX_TOKENS];
    private int length;

    Sequence(LossMask mask) {
      this.mask = mask;
    }

    void add(Piece piece, int[] tokens) {
      int end = length + tokens.length;
      if (end > ids.length) {
        ids = Arrays.copyOf(ids, Math.max(end, 2 * ids.length));
      }
      System.arraycopy(tokens, 0, ids, length, tokens.length);
      mask.noLossIn(piece, length, end, LossMask.Margins.TOKENS).ifPresent(spans::add);
      length = end;
    }

    TrainingSample sample(int turns) {
      return new TrainingSample(Arrays.copyOf(ids, length), spans, turns);
    }
  }
}
