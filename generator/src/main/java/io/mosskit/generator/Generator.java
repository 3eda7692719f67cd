package io.mosskit.generator;

import io.mosskit.generator.asking.Asker;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Teachers;
import io.mosskit.generator.asking.Time;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.prompt.SeedReader;
import io.mosskit.generator.prompt.Seeds;
import io.mosskit.generator.store.RunStore;
import io.mosskit.generator.store.RunView;
import io.mosskit.generator.teacher.Batches;
import io.mosskit.generator.template.PluginWording;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Runs a plan: seeds to prompts, prompts to dialogues, all of it into one folder.
///
/// The folder then holds `prompts.jsonl` (the accepted prompts), `raw.jsonl` (the dialogues,
/// MOSS-003), `rejected.jsonl` (every line, proposal and dialogue that is in neither, with its
/// reason) and `run.db` (every request with its answer). The same plan on the same folder goes on
/// where an earlier start ended, however it ended, and asks nothing twice that was answered. A
/// changed plan on the same folder makes anew what the change concerns, and reuses the rest.
public final class Generator {

  private Generator() {}

  /// Runs a plan that has one teacher, by the time on the wall.
  ///
  /// @param teacher thread-safe; called from virtual threads
  /// @throws GenerationException where the run cannot begin or go on; the message says what to do
  /// @throws IOException where a seed file cannot be read or the folder not be written
  /// @throws InterruptedException where the calling thread was told to stop; everything is kept
  public static GenerationSummary run(
      GenerationPlan plan, ChatModel teacher, Path runFolder, Progress progress)
      throws GenerationException, IOException, InterruptedException {
    Map<String, ChatModel> teachers = Map.of(plan.teachers().getFirst().name(), teacher);
    return run(plan, teachers, runFolder, progress, Time.ofTheWall());
  }

  /// Runs a plan by the given time.
  ///
  /// @param teachers by the names that the plan has for them; thread-safe, called from virtual
  ///   threads
  public static GenerationSummary run(
      GenerationPlan plan,
      Map<String, ? extends ChatModel> teachers,
      Path runFolder,
      Progress progress,
      Time time)
      throws GenerationException, IOException, InterruptedException {
    return run(plan, Bounds.NONE, teachers, runFolder, progress, time);
  }

  /// Runs a plan by the given time, and only as far as the bounds let it. Where the budget is
  /// reached, what there is by then is written, and the summary says so.
  public static GenerationSummary run(
      GenerationPlan plan,
      Bounds bounds,
      Map<String, ? extends ChatModel> teachers,
      Path runFolder,
      Progress progress,
      Time time)
      throws GenerationException, IOException, InterruptedException {
    bounds.requirePrices(plan.teachers());
    plan.requirePlugins();
    Seeds seeds = seeds(plan);
    SequencedMap<String, String> parameters = parameters(plan, seeds);
    try (RunStore store = RunStore.open(runFolder, parameters)) {
      new Changes(plan, store.stock(Changes.settings(plan)))
          .between(store.formerParameters(), parameters)
          .forEach(change -> progress.note(change.toString()));
      store.begin(time.now());
      try (Batches batches = Batches.open(teachers, store, progress)) {
        Teachers staff = new Teachers(plan.teachers(), batches.models(), plan.randomSeed(), time);
        Purse purse = new Purse(bounds.budget(), store.spentBefore());
        Asker asker = new Asker(store, staff, purse, time);
        Progress live = new LiveProgress(progress, asker, staff, purse, time);
        Start start = new Start(plan, seeds, store, new Inquiry(asker, plan.randomSeed()), live);
        start.go(bounds.preview());
        GenerationSummary summary = start.end(runFolder, asker, purse);
        requireTeachers(staff, summary);
        if (start.isWhole()) {
          store.end(time.now());
        }
        return summary;
      }
    }
  }

  /// @throws GenerationException where a teacher could not be had, and dialogues wait for it
  private static void requireTeachers(Teachers staff, GenerationSummary summary)
      throws GenerationException {
    boolean waiting = summary.rejectedDialogues().containsKey(Inquiry.TEACHER_UNAVAILABLE);
    if (waiting && staff.givenUp().isPresent()) {
      throw new GenerationException(
          GenerationException.Kind.TEACHER_UNAVAILABLE,
          staff.givenUp().get()
              + ". Everything so far is kept and written; start the run again to go on");
    }
  }

  /// In what a plan differs from the last start on a folder, and what that means for what is there;
  /// empty where nothing differs, or where the folder holds no run. Sends nothing and changes
  /// nothing.
  public static List<Change> changes(GenerationPlan plan, Path runFolder) throws IOException {
    if (!RunView.isRun(runFolder)) {
      return List.of();
    }
    try (RunView run = RunView.open(runFolder)) {
      return new Changes(plan, run.stock(Changes.settings(plan)))
          .between(run.parameters(), parameters(plan, seeds(plan)));
    }
  }

  private static Seeds seeds(GenerationPlan plan) throws IOException {
    return SeedReader.read(plan.seeds(), plan.expansion().personas().files());
  }

  private static SequencedMap<String, String> parameters(GenerationPlan plan, Seeds seeds) {
    SequencedMap<String, String> parameters = plan.parameters();
    parameters.put("seeds", seeds.fingerprint());
    parameters.put("templates", Wording.fingerprint());
    if (!plan.pluginCategories().isEmpty()) {
      parameters.put("plugin templates", PluginWording.fingerprint());
    }
    return parameters;
  }
}
