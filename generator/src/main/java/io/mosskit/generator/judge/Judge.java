package io.mosskit.generator.judge;

import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Inquiry.Manner;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Topic;
import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatRequest.Message;
import java.io.IOException;
import java.util.List;

/// Has finished dialogues judged by a model of the run. Thread-safe.
public final class Judge {

  private final JudgePlan plan;
  private final Inquiry inquiry;

  public Judge(JudgePlan plan, Inquiry inquiry) {
    this.plan = plan;
    this.inquiry = inquiry;
  }

  /// Whether a dialogue is among those that are judged: the same in every start of a run.
  ///
  /// @param id of the dialogue, which follows from the run's seed
  public boolean wants(String id) {
    return Dice.of(0, "judge", id).share() < plan.share();
  }

  /// What the judge thinks of a dialogue; [Outcome.Failed] where its answers cannot be read.
  ///
  /// @param id of the dialogue
  /// @param opening what opened it
  /// @param said all of it, user and assistant in turns
  public Outcome<Judgement> judge(String id, Prompt opening, List<Message> said)
      throws GenerationException, IOException, InterruptedException {
    Wording wording = Wording.in(opening.language());
    return inquiry.ask(
        new Topic(Wording.JUDGE, id, plan.teacher(), plan.sampling(), Wording.judgeForm()),
        List.of(wording.judge(opening.category(), opening.kind(), said)),
        new Manner(plan.retries(), wording),
        Judgement::read);
  }
}
