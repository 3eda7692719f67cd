package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Inquiry.Manner;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.asking.Topic;
import io.mosskit.generator.dialogue.TurnChecks.Spoken;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One dialogue while it is held, from beginning to end with one teacher. Not thread-safe.
final class Dialogue {

  private final Script script;
  private final DialoguePlan plan;
  private final Inquiry inquiry;
  private final String teacher;
  private final History history = new History();
  private final List<Try> tries = new ArrayList<>();

  Dialogue(Script script, DialoguePlan plan, Inquiry inquiry) {
    this.script = script;
    this.plan = plan;
    this.inquiry = inquiry;
    this.teacher = inquiry.teacherFor(script.id());
  }

  /// Holds it to its end.
  DialogueRow hold() throws GenerationException, IOException, InterruptedException {
    history.say(Role.USER, script.opening().text());
    Optional<DialogueRow> end = hear(Role.ASSISTANT, 1, reply(1));
    for (int turn = 2; end.isEmpty() && turn <= script.turns(); turn++) {
      end = hear(Role.USER, turn, userTurn(turn));
      if (end.isEmpty()) {
        end = hear(Role.ASSISTANT, turn, reply(turn));
      }
    }
    return end.orElseGet(() -> ending().written());
  }

  /// Takes into the history what came of asking for a turn, or ends the dialogue.
  private Optional<DialogueRow> hear(Role speaker, int turn, Outcome<String> outcome) {
    tries.addAll(outcome.tries());
    return switch (outcome) {
      case Outcome.Had<String>(String text, _) -> {
        history.say(speaker, text);
        yield Optional.empty();
      }
      case Outcome.Failed<String>(String reason, String detail, _) ->
          Optional.of(ending().rejected(DialogueRow.Outcome.REJECTED, reason, detail, turn));
      case Outcome.Missed<String>(String detail, _) ->
          Optional.of(
              ending()
                  .rejected(
                      DialogueRow.Outcome.PENDING, Inquiry.TEACHER_UNAVAILABLE, detail, turn));
    };
  }

  private Ending ending() {
    return new Ending(script, history, tries);
  }

  private Outcome<String> userTurn(int turn)
      throws GenerationException, IOException, InterruptedException {
    Script.Cue cue = script.cue(turn);
    Wording wording = Wording.in(cue.language());
    Message instruction =
        wording.userTurn(script.opening().category(), cue.intent().label(), turn, history.said());
    List<String> earlier = history.of(Role.USER);
    return inquiry.ask(
        new Topic(Wording.USER_TURN, key(turn), teacher, plan.userTurns(), Wording.userTurnForm()),
        List.of(instruction),
        new Manner(plan.retries(), wording),
        answer -> TurnChecks.userTurn(answer, cue.language(), earlier));
  }

  private Outcome<String> reply(int turn)
      throws GenerationException, IOException, InterruptedException {
    Language language = turn == 1 ? script.opening().language() : script.cue(turn).language();
    Spoken user = new Spoken(history.said().getLast().content(), language);
    List<String> earlier = history.of(Role.ASSISTANT);
    return inquiry.ask(
        new Topic("reply", key(turn), teacher, plan.replies(), Form.TEXT),
        history.underMetaInstruction(),
        new Manner(plan.retries(), Wording.in(language)),
        answer -> TurnChecks.reply(answer, user, earlier, script.mayBeCut(turn)));
  }

  private String key(int turn) {
    return script.id() + ", turn " + turn;
  }
}
