package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Inquiry.Manner;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.asking.Topic;
import io.mosskit.generator.check.Place;
import io.mosskit.generator.check.Place.Cut;
import io.mosskit.generator.check.Place.Speech;
import io.mosskit.generator.check.TurnChecks;
import io.mosskit.generator.check.TurnChecks.Words;
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
import java.util.function.Consumer;

/// One dialogue while it is held, from beginning to end with one teacher. Not thread-safe.
final class Dialogue {

  private final Script script;
  private final DialoguePlan plan;
  private final Room room;
  private final Inquiry inquiry;
  private final Closing closing;
  private final String teacher;
  private final History history = new History();
  private final List<Try> tries = new ArrayList<>();
  private final Optional<PluginTurns> plugins;
  private final Verifying verifying = new Verifying();

  Dialogue(Script script, DialoguePlan plan, Inquiry inquiry) {
    this.script = script;
    this.plan = plan;
    this.room = new Room(plan, script);
    this.inquiry = inquiry;
    this.closing = new Closing(plan, inquiry);
    this.teacher = inquiry.teacherFor(script.id());
    this.plugins =
        Optional.ofNullable(script.tools())
            .map(tools -> new PluginTurns(script, tools, plan, room, inquiry, teacher));
  }

  /// Holds it to its end.
  DialogueRow hold() throws GenerationException, IOException, InterruptedException {
    Optional<DialogueRow> end = Optional.empty();
    for (int turn = 1; end.isEmpty() && turn <= script.turns(); turn++) {
      end = turn(turn);
    }
    return end.isPresent() ? end.get() : closing.close(ending(history));
  }

  /// Holds one turn, which may be the last.
  private Optional<DialogueRow> turn(int turn)
      throws GenerationException, IOException, InterruptedException {
    if (turn == 1) {
      history.say(Role.USER, script.opening().text(), false);
    }
    Optional<String> tight = room.wanting(history, turn);
    if (tight.isPresent()) {
      return Optional.of(failed(Room.TOO_LONG, tight.get(), turn));
    }
    Optional<DialogueRow> end =
        turn == 1 ? Optional.empty() : hear(Role.USER, turn, userTurn(turn));
    if (end.isEmpty() && plugins.isPresent()) {
      end = act(turn, plugins.get());
    }
    return end.isPresent() ? end : hear(Role.ASSISTANT, turn, reply(turn));
  }

  /// Takes into the history what the assistant does before it replies, or ends the dialogue.
  private Optional<DialogueRow> act(int turn, PluginTurns plugins)
      throws GenerationException, IOException, InterruptedException {
    Outcome<Act> outcome = plugins.act(history, turn);
    verifying.asked(outcome);
    Optional<DialogueRow> end = take(turn, outcome, history::did);
    Optional<String> tight =
        end.isPresent() ? Optional.empty() : room.wantingForReply(history, turn);
    return tight.isPresent() ? Optional.of(failed(Room.TOO_LONG, tight.get(), turn)) : end;
  }

  /// Takes into the history what came of asking for a turn, or ends the dialogue.
  private Optional<DialogueRow> hear(Role speaker, int turn, Outcome<Words> outcome)
      throws GenerationException, IOException, InterruptedException {
    return take(turn, outcome, words -> history.say(speaker, words.text(), words.cut()));
  }

  private <T> Optional<DialogueRow> take(int turn, Outcome<T> outcome, Consumer<T> taken)
      throws GenerationException, IOException, InterruptedException {
    tries.addAll(outcome.tries());
    return switch (outcome) {
      case Outcome.Had<T>(T value, _) -> {
        taken.accept(value);
        yield Optional.empty();
      }
      case Outcome.Failed<T>(String reason, String detail, _) ->
          Optional.of(failed(reason, detail, turn));
      case Outcome.Missed<T>(String detail, _) ->
          Optional.of(
              ending(history)
                  .rejected(
                      DialogueRow.Outcome.PENDING, Inquiry.TEACHER_UNAVAILABLE, detail, turn));
    };
  }

  /// Ends it without this turn: with the turns before where only room was wanting and they are
  /// enough, else for good.
  private DialogueRow failed(String reason, String detail, int turn)
      throws GenerationException, IOException, InterruptedException {
    History whole = history.whole();
    return Room.isWanting(reason) && whole.turns().size() >= script.least()
        ? closing.close(ending(whole))
        : ending(history).rejected(DialogueRow.Outcome.REJECTED, reason, detail, turn);
  }

  private Ending ending(History said) {
    return new Ending(script, said, tries, plan.budget(), verifying, Optional.empty());
  }

  private Outcome<Words> userTurn(int turn)
      throws GenerationException, IOException, InterruptedException {
    Script.Cue cue = cue(turn);
    Wording wording = Wording.in(cue.language());
    String intent = cue.intent().label();
    Message instruction =
        script
            .opening()
            .taxon()
            .map(taxon -> wording.userTurn(taxon, intent, script.right(turn), turn, history.said()))
            .orElseGet(
                () -> wording.userTurn(script.opening().category(), intent, turn, history.said()));
    Place place =
        new Place(
            history.said(), new Speech(cue.language(), true), Cut.NONE, room.ofUserTurn(history));
    return inquiry.ask(
        new Topic(Wording.USER_TURN, key(turn), teacher, plan.userTurns(), Wording.userTurnForm()),
        List.of(instruction),
        new Manner(plan.retries(), wording),
        answer -> TurnChecks.userTurn(answer, place));
  }

  /// Nobody can ask for the rest of a reply that is whole, but for the next part of something long.
  private Script.Cue cue(int turn) {
    Script.Cue cue = script.cue(turn);
    return cue.intent() == Intent.CONTINUE && !history.endsCut() && !script.comesInParts()
        ? new Script.Cue(Intent.DEEPEN, cue.language())
        : cue;
  }

  private Outcome<Words> reply(int turn)
      throws GenerationException, IOException, InterruptedException {
    if (plugins.isPresent()) {
      Outcome<Words> outcome = plugins.get().reply(history, turn);
      verifying.asked(outcome);
      return outcome;
    }
    Language language = script.language(turn);
    Wording wording = Wording.in(language);
    boolean cut = script.mayBeCut(turn) && room.forTheRest(history);
    Place place =
        new Place(
            history.said(),
            new Speech(language, script.isForLanguage(turn)),
            Cut.of(history.whole().turns().size() < turn - 1, cut),
            room.ofReply(history));
    int limit = room.limitOfReply(history, turn, cut);
    boolean tight = !cut && limit < plan.replies().maxTokens();
    GradeChecks grades = GradeChecks.of(script, turn);
    return inquiry.ask(
        new Topic("reply", key(turn), teacher, room.sampling(limit), Form.TEXT),
        guided(turn, tight ? "\n" + wording.room(limit) + "\n" : "", wording),
        new Manner(plan.retries(), wording),
        answer -> grades.and(TurnChecks.reply(answer, place)));
  }

  /// The dialogue as the assistant sees it, and at its end how the next reply is meant, where the
  /// script says so. That is asked for and never recorded.
  ///
  /// @param room what to say of the room that is left
  private List<Message> guided(int turn, String room, Wording wording) {
    List<Message> messages = new ArrayList<>(history.underMetaInstruction(room));
    script
        .opening()
        .taxon()
        .ifPresent(taxon -> messages.add(wording.reply(taxon, script.grade(turn))));
    return messages;
  }

  private String key(int turn) {
    return script.id() + ", turn " + turn;
  }
}
