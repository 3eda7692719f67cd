package io.mosskit.generator.judge;

import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A reply that is preferred to another one in the same context.
///
/// @param id of the record that the context is from
/// @param context user and assistant in turns, the user last
/// @param margin of 1: the share of its comparisons that the chosen reply won, a tie as half of
///   one, less that of the rejected one
/// @param reasons what the judge said of the two, none where it did not compare them
public record Preference(
    String id,
    List<Message> context,
    ReplySet.Reply chosen,
    ReplySet.Reply rejected,
    double margin,
    List<String> reasons) {

  /// How pairs are written.
  public enum Form {
    /// `prompt`, `chosen` and `rejected` as texts: TRL's standard form; for contexts of one
    /// message.
    TEXTS,
    /// The same as lists of messages: TRL's conversational form.
    MESSAGES,
    /// `chosen` and `rejected` as lists of utterances, user and assistant in turns.
    UTTERANCES;

    /// The name on the command line: `texts`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Preference {
    context = List.copyOf(context);
    reasons = List.copyOf(reasons);
  }

  /// The best of the replies against the worst, of equals the first as the best and the last as the
  /// worst; empty where all are equally good.
  ///
  /// @throws IllegalArgumentException where a comparison is of a reply that is not there
  public static Optional<Preference> of(ReplySet set, List<Comparison> comparisons) {
    double[] points = points(set, comparisons);
    int best = 0;
    int worst = 0;
    for (int i = 1; i < points.length; i++) {
      best = points[i] > points[best] ? i : best;
      worst = points[i] <= points[worst] ? i : worst;
    }
    if (points.length == 0 || points[best] <= points[worst]) {
      return Optional.empty();
    }
    return Optional.of(
        new Preference(
            set.id(),
            set.context(),
            set.replies().get(best),
            set.replies().get(worst),
            points[best] - points[worst],
            reasons(comparisons, best, worst)));
  }

  private static double[] points(ReplySet set, List<Comparison> comparisons) {
    double[] won = new double[set.replies().size()];
    int[] compared = new int[won.length];
    for (Comparison comparison : comparisons) {
      int left = comparison.left();
      int right = comparison.right();
      if (Math.min(left, right) < 0 || Math.max(left, right) >= won.length) {
        throw new IllegalArgumentException(
            "%s has %d replies; %d and %d (from 0) are compared"
                .formatted(set.id(), won.length, left, right));
      }
      compared[left]++;
      compared[right]++;
      switch (comparison.winner()) {
        case LEFT -> won[left]++;
        case RIGHT -> won[right]++;
        case TIE -> {
          won[left] += 0.5;
          won[right] += 0.5;
        }
      }
    }
    double[] points = new double[won.length];
    Arrays.setAll(points, i -> compared[i] == 0 ? 0.5 : won[i] / compared[i]);
    return points;
  }

  private static List<String> reasons(List<Comparison> comparisons, int best, int worst) {
    return comparisons.stream()
        .filter(comparison ->
            (comparison.left() == best && comparison.right() == worst)
                || (comparison.left() == worst && comparison.right() == best))
        .flatMap(comparison -> comparison.reasons().stream())
        .toList();
  }

  /// The pair as a line.
  ///
  /// @throws IllegalArgumentException for [Form#TEXTS] where the context has several messages
  public Json.Obj json(Form form) {
    Json.Obj pair =
        switch (form) {
          case TEXTS -> texts();
          case MESSAGES ->
              Json.object()
                  .put("prompt", ReplySet.messages(context))
                  .put("chosen", ReplySet.messages(List.of(said(chosen))))
                  .put("rejected", ReplySet.messages(List.of(said(rejected))))
                  .build();
          case UTTERANCES ->
              Json.object()
                  .put("chosen", utterances(chosen))
                  .put("rejected", utterances(rejected))
                  .build();
        };
    return pair.with("id", Json.of(id))
        .with("margin", Json.of(margin))
        .with("reasons", Json.of(reasons.stream().<Json>map(Json::of).toList()))
        .with("chosen_model", Json.of(chosen.model()))
        .with("rejected_model", Json.of(rejected.model()));
  }

  private Json.Obj texts() {
    if (context.size() > 1) {
      throw new IllegalArgumentException(
          "the context of %s has %d messages, which no single text says: write messages or utterances"
              .formatted(id, context.size()));
    }
    return Json.object()
        .put("prompt", context.getFirst().content())
        .put("chosen", chosen.text())
        .put("rejected", rejected.text())
        .build();
  }

  private static Message said(ReplySet.Reply reply) {
    return new Message(Role.ASSISTANT, reply.text());
  }

  private List<String> utterances(ReplySet.Reply last) {
    List<String> utterances = new ArrayList<>();
    context.stream()
        .filter(message -> message.role() != Role.SYSTEM)
        .forEach(message -> utterances.add(message.content()));
    utterances.add(last.text());
    return utterances;
  }
}
