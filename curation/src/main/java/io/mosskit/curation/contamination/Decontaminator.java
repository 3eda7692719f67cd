package io.mosskit.curation.contamination;

import io.mosskit.curation.contamination.Decontaminated.Outcome;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.util.List;

/// Holds dialogues against evaluation sets and does with them what a policy says. Thread-safe: each
/// dialogue is judged by itself.
public final class Decontaminator {

  /// The member of `mosskit` that says what was found.
  public static final String MEMBER = "contamination";

  private final EvaluationSets sets;
  private final Policy policy;

  public Decontaminator(EvaluationSets sets, Policy policy) {
    this.sets = sets;
    this.policy = policy;
  }

  public EvaluationSets sets() {
    return sets;
  }

  public Policy policy() {
    return policy;
  }

  /// What becomes of a dialogue. One that is masked or tagged says so under `mosskit.contamination`
  /// and in its lineage.
  public Decontaminated judge(Conversation dialogue) {
    List<Overlap> overlaps = sets.overlaps(dialogue);
    List<Overlap> suspects = sets.suspects(dialogue);
    Outcome outcome = overlaps.isEmpty() ? Outcome.CLEAN : outcome(overlaps);
    Conversation result =
        switch (outcome) {
          case CLEAN, DROPPED -> dialogue;
          case MASKED -> marked(EvaluationSets.masked(dialogue, overlaps), outcome, overlaps);
          case TAGGED -> marked(dialogue, outcome, overlaps);
        };
    return new Decontaminated(result, outcome, overlaps, suspects);
  }

  private Outcome outcome(List<Overlap> overlaps) {
    return switch (policy) {
      case DROP -> Outcome.DROPPED;
      case MASK ->
          overlaps.stream().anyMatch(Decontaminator::isTrace) ? Outcome.DROPPED : Outcome.MASKED;
      case TAG -> Outcome.TAGGED;
    };
  }

  private static boolean isTrace(Overlap overlap) {
    return overlap.field() == Field.COMMANDS || overlap.field() == Field.TOOL_RESPONSES;
  }

  private static Conversation marked(
      Conversation dialogue, Outcome outcome, List<Overlap> overlaps) {
    Json.Arr stretches = Json.of(overlaps.stream().map(Overlap::json).toList());
    Verdict verdict =
        new Verdict(
            Decontaminated.STAGE,
            outcome.label(),
            Json.object().put("overlaps", overlaps.size()).build());
    return Lineage.of(dialogue).and(verdict).writeTo(dialogue.withMosskit(MEMBER, stretches));
  }
}
