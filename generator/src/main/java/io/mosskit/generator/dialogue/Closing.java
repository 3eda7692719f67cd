package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.judge.Judge;
import io.mosskit.generator.judge.Judgement;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.JudgePlan.Unreadable;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.template.Wording;
import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Closes dialogues that were held, after a judge's opinion where the plan asks for one.
final class Closing {

  private static final String JUDGED_POOR = "judged_poor";

  private final Optional<JudgePlan> plan;
  private final PluginPlan plugins;
  private final Inquiry inquiry;

  Closing(DialoguePlan plan, Inquiry inquiry) {
    this.plan = plan.judge();
    this.plugins = plan.plugins();
    this.inquiry = inquiry;
  }

  /// What becomes of a dialogue.
  DialogueRow close(Ending held) throws GenerationException, IOException, InterruptedException {
    Optional<DialogueRow> disproved = disproved(held);
    if (disproved.isPresent()) {
      return disproved.get();
    }
    if (plan.isEmpty()) {
      return held.written();
    }
    Judge judge = new Judge(plan.get(), inquiry);
    Script script = held.script();
    return judge.wants(script.id())
        ? close(held, plan.get(), judge.judge(script.id(), script.opening(), held.history().said()))
        : held.written();
  }

  /// The rejection of a dialogue about plugins that does not stand as a whole, though each of its
  /// turns did.
  private Optional<DialogueRow> disproved(Ending held) {
    if (held.script().tools() == null) {
      return Optional.empty();
    }
    DialogueAudit audit = new Proof(plugins).ofDialogue(held.conversation());
    held.verifying().audited(audit);
    return audit.findings().stream()
        .findFirst()
        .map(first -> {
          Json.Obj values =
              Json.object()
                  .put("turn", first.turn())
                  .put(
                      "findings",
                      Json.of(audit.findings().stream().map(AuditFinding::json).toList()))
                  .build();
          return held.rejected(DialogueRow.Outcome.REJECTED, first.kind(), first.detail(), values);
        });
  }

  private static DialogueRow close(Ending held, JudgePlan plan, Outcome<Judgement> outcome) {
    return switch (outcome) {
      case Outcome.Had<Judgement>(Judgement judgement, List<Try> tries) ->
          judgement.least() < plan.minScore()
              ? poor(with(held, "rejected", judgement.scoresJson(), tries), plan, judgement)
              : with(held, "kept", judgement.scoresJson(), tries).written();
      case Outcome.Failed<Judgement>(String reason, String detail, List<Try> tries) -> {
        Ending unjudged = with(held, "unjudged", null, tries);
        yield plan.unreadable() == Unreadable.KEEP
            ? unjudged.written()
            : unjudged.rejected(DialogueRow.Outcome.REJECTED, reason, detail, Json.Obj.EMPTY);
      }
      case Outcome.Missed<Judgement>(String detail, List<Try> tries) ->
          with(held, "pending", null, tries)
              .rejected(
                  DialogueRow.Outcome.PENDING, Inquiry.TEACHER_UNAVAILABLE, detail, Json.Obj.EMPTY);
    };
  }

  private static DialogueRow poor(Ending judged, JudgePlan plan, Judgement judgement) {
    Json.Obj values =
        Json.object()
            .put("min_score", plan.minScore())
            .put("scores", judgement.scoresJson())
            .put("reasons", judgement.reasonsJson())
            .build();
    String detail = "the lowest score is %d".formatted(judgement.least());
    return judged.rejected(DialogueRow.Outcome.REJECTED, JUDGED_POOR, detail, values);
  }

  private static Ending with(
      Ending held, String decision, Json.@Nullable Obj scores, List<Try> tries) {
    Json.Obj values =
        Json.object()
            .put("model", tries.getLast().model().isEmpty() ? null : tries.getLast().model())
            .put("rubric", Wording.judgeVersion())
            .put("scores", scores)
            .build();
    return held.with(new Ending.Opinion(new Verdict("judge", decision, values), scores, tries));
  }
}
