package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Crew;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueKey;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.store.RunStore;
import io.mosskit.generator.template.PluginWording;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Holds a dialogue from each prompt. Dialogues know nothing of one another, so that how many are
/// held at a time changes nothing in them.
public final class Dialogues {

  private final GenerationPlan plan;
  private final RunStore store;
  private final Inquiry inquiry;
  private final Progress progress;

  public Dialogues(GenerationPlan plan, RunStore store, Inquiry inquiry, Progress progress) {
    this.plan = plan;
    this.store = store;
    this.inquiry = inquiry;
    this.progress = progress;
  }

  /// Holds the dialogues that have not ended yet, as the plan has them now, and puts each into the
  /// store when it has.
  ///
  /// @param openings what opens them, in the order of the run
  /// @param wanted the positions of those that are to be held in this start
  /// @throws GenerationException where no request to the teacher can succeed, or where it could not
  ///   be had for so many dialogues in a row that it must be down
  public void hold(List<Prompt> openings, BitSet wanted)
      throws GenerationException, IOException, InterruptedException {
    List<DialogueKey> keys = openings.stream().map(this::key).toList();
    store.open(keys);
    BitSet settled = store.settledDialogues();
    settled.and(wanted);
    int all = wanted.cardinality();
    Tally tally = new Tally(settled.cardinality());
    AtomicInteger missedInARow = new AtomicInteger();
    progress.at(tally.step(all));
    // Twice as many dialogues as requests, so that one that waits leaves no request unused.
    int atOnce = 2 * plan.concurrency();
    Crew.forEach(
        wanted.stream().filter(i -> !settled.get(i)).iterator(),
        atOnce,
        position -> {
          DialogueRow row = hold(openings.get(position));
          store.put(keys.get(position), row);
          boolean missed = row.outcome() == DialogueRow.Outcome.PENDING;
          if (missedInARow.updateAndGet(count -> missed ? count + 1 : 0) > atOnce) {
            throw teacherIsDown(row);
          }
          tally.add(row);
          progress.at(tally.step(all));
        });
  }

  private static GenerationException teacherIsDown(DialogueRow last) {
    String detail = last.record() instanceof Json.Obj object ? object.string("detail") : null;
    return new GenerationException(
        GenerationException.Kind.TEACHER_UNAVAILABLE,
        "no answer to any dialogue any more, the last one %s: %s. Everything so far is kept; start the"
                .formatted(last.id(), detail)
            + " run again to go on");
  }

  /// A hash of everything in a plan that its dialogues of a category depend on.
  public static String settings(GenerationPlan plan, Category category) {
    String templates =
        Category.PLUGIN.contains(category)
            ? Wording.fingerprint() + PluginWording.fingerprint()
            : Wording.fingerprint();
    return Ids.of("s", plan.randomSeed(), plan.parameters(category), templates);
  }

  private DialogueKey key(Prompt opening) {
    String id = Script.id(opening, plan.randomSeed());
    String settings = settings(plan, opening.category());
    return new DialogueKey(
        id, settings, Ids.of("f", settings, inquiry.teacherFor(id), opening.json().text()));
  }

  private DialogueRow hold(Prompt opening)
      throws GenerationException, IOException, InterruptedException {
    TurnTable turns = plan.dialogues().turnsOf(opening.category());
    Script script =
        Script.of(opening, turns, plan.randomSeed())
            .graded(plan.safety(), plan.randomSeed())
            .equipped(plan.dialogues().plugins(), plan.randomSeed());
    return new Dialogue(script, plan.dialogues(), inquiry).hold();
  }
}
