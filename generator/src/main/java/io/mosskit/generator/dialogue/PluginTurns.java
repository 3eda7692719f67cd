package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Inquiry.Manner;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.asking.Topic;
import io.mosskit.generator.check.Place;
import io.mosskit.generator.check.Place.Cut;
import io.mosskit.generator.check.Place.Speech;
import io.mosskit.generator.check.TurnChecks;
import io.mosskit.generator.check.TurnChecks.Words;
import io.mosskit.generator.dialogue.CallReading.Fault;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.template.PluginWording;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Category;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.Citations;
import io.mosskit.schema.trace.Results;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks for the turns of a dialogue that calls plugins: first for thoughts and calls, which are
/// executed, then for a reply that rests on what came of them.
///
/// @param teacher the name of who is asked
record PluginTurns(
    Script script, Tools tools, DialoguePlan plan, Room room, Inquiry inquiry, String teacher) {

  /// Thoughts are short: the longest published ones have some 200 words.
  private static final int LONGEST_THOUGHTS = 256;

  private static final String COMMAND_OF_SEARCH = "Search";

  /// What the assistant does in a turn, whose user's words stand last in the history.
  Outcome<Act> act(History history, int turn)
      throws GenerationException, IOException, InterruptedException {
    PluginPlan plugins = plan.plugins();
    Category category = script.opening().category();
    boolean needed = script.wantsPlugin(turn) && !tools.off();
    Set<Capability> wanted = needed ? PluginPlan.of(category) : EnumSet.noneOf(Capability.class);
    Language language = script.language(turn);
    Place.Room brief =
        new Place.Room(
            Math.min(LONGEST_THOUGHTS, room.ofReply(history).tokens()), plan.budget().count());
    Place place = new Place(List.of(), new Speech(language, true), Cut.NONE, brief);
    List<Turn> before = history.turnsBefore();
    Proof proof = new Proof(plugins);
    return inquiry.ask(
        new Topic(
            PluginWording.CALLS, key(turn), teacher, plugins.calls(), PluginWording.callsForm()),
        List.of(
            PluginWording.in(language)
                .calls(category, tools.on(), needed, plugins.mostCalls(), turn, history.said())),
        new Manner(plan.retries(), Wording.in(language)),
        new CallReading(
            plugins,
            tools.on(),
            wanted,
            place,
            act -> proof.ofCalls(before, history.lastWords(), act)));
  }

  /// The reply of a turn, after what was done in it.
  Outcome<Words> reply(History history, int turn)
      throws GenerationException, IOException, InterruptedException {
    Act act = history.lastAct();
    Language language = script.language(turn);
    if (isPicture(act)) {
      String words = PluginWording.in(language).imageReply();
      return new Outcome.Had<>(new Words(words, false), List.of());
    }
    Fate fate = Fate.of(act, script.wantsPlugin(turn));
    Place place =
        new Place(history.said(), new Speech(language, false), Cut.NONE, room.ofReply(history));
    int limit = room.limitOfReply(history, turn, false);
    return inquiry.ask(
        new Topic(PluginWording.REPLY, key(turn), teacher, room.sampling(limit), Form.TEXT),
        List.of(
            PluginWording.in(language)
                .reply(
                    script.opening().category(),
                    fate.label(),
                    ResultLines.of(act.round()),
                    turn,
                    history.said())),
        new Manner(plan.retries(), Wording.in(language)),
        answer -> reply(answer, place, history, act, fate));
  }

  /// Whether all that was done is a picture that was made: the published reply to that is always
  /// the same, so that nobody has to be asked.
  private static boolean isPicture(Act act) {
    return act.round().results() instanceof Results.Inline && act.round().succeeded();
  }

  private Read<Words> reply(ChatReply answer, Place place, History history, Act act, Fate fate) {
    Read<Words> reading = TurnChecks.reply(answer, place);
    if (!(reading instanceof Usable<Words>(Words words))) {
      return reading;
    }
    List<Turn> before = history.turnsBefore();
    Turn turn = act.turn(before.size() + 1, history.lastWords(), words.text());
    Optional<Fault> fault =
        new Proof(plan.plugins())
            .ofReply(before, turn)
            .or(() -> lack(words.text(), fate))
            .or(() -> citation(words.text(), act, fate));
    return fault.<Read<Words>>map(Fault::read).orElse(reading);
  }

  private static Optional<Fault> lack(String reply, Fate fate) {
    return fate == Fate.OFF && !Claims.admits(reply)
        ? Optional.of(new Fault("hidden_failure", "it holds no word of what cannot be done"))
        : Optional.empty();
  }

  private static Optional<Fault> citation(String reply, Act act, Fate fate) {
    boolean searched = act.calls().stream().anyMatch(call -> call.name().equals(COMMAND_OF_SEARCH));
    boolean cites = !Citations.of(reply).isEmpty();
    return searched && fate == Fate.ANSWERED && !cites && !Claims.admits(reply)
        ? Optional.of(new Fault("missing_citation", ""))
        : Optional.empty();
  }

  private String key(int turn) {
    return script.id() + ", turn " + turn;
  }
}
