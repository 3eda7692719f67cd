package io.mosskit.generator;

import io.mosskit.generator.asking.Asker;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.dialogue.Dialogues;
import io.mosskit.generator.expansion.Expanded;
import io.mosskit.generator.expansion.Expansion;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.Seeds;
import io.mosskit.generator.store.RunStore;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One start of a run: as far as it goes, and what is written when it ends. Not thread-safe.
final class Start {

  private final GenerationPlan plan;
  private final Seeds seeds;
  private final RunStore store;
  private final Expansion expansion;
  private final Dialogues dialogues;
  private Optional<String> stopped = Optional.empty();
  private boolean whole = true;

  Start(GenerationPlan plan, Seeds seeds, RunStore store, Inquiry inquiry, Progress progress)
      throws GenerationException {
    this.plan = plan;
    this.seeds = seeds;
    this.store = store;
    this.expansion = new Expansion(plan, seeds, inquiry, progress);
    this.dialogues = new Dialogues(plan, store, inquiry, progress);
  }

  /// Makes prompts and holds dialogues, all of them or as many as a preview wants.
  void go(OptionalInt preview) throws GenerationException, IOException, InterruptedException {
    whole = preview.isEmpty();
    try {
      List<Prompt> openings = openings(expansion.run(preview.orElse(Integer.MAX_VALUE)));
      BitSet wanted = Preview.positions(openings, preview.orElse(openings.size()));
      dialogues.hold(openings, wanted);
    } catch (GenerationException e) {
      if (e.kind() != GenerationException.Kind.BUDGET_REACHED) {
        throw e;
      }
      whole = false;
      stopped = Optional.ofNullable(e.getMessage());
    }
  }

  /// Whether it went to the end of the run.
  boolean isWhole() {
    return whole;
  }

  /// Writes what there is.
  GenerationSummary end(Path folder, Asker asker, Purse purse)
      throws IOException, InterruptedException {
    Expanded expanded = expansion.soFar();
    Results results = new Results(seeds, expanded);
    int openings = openings(expanded).size();
    long left = results.write(store, folder, openings, whole);
    return new GenerationSummary(
        seeds.prompts().size(),
        Results.byReason(seeds.rejections()),
        results.families(),
        Results.byReason(expanded.refused()),
        Results.byReason(expanded.fruitless()),
        results.rejectedDialogues(),
        results.verification(),
        new GenerationSummary.Requests(asker.sent(), asker.reused()),
        store.usage(),
        new GenerationSummary.Ending(openings, left, stopped),
        new GenerationSummary.Accounts(
            purse.spent(), store.usageByStage(), asker.traffic().latencies()));
  }

  /// What opens dialogues, in the order of the run.
  private List<Prompt> openings(Expanded expanded) {
    List<Prompt> openings = new ArrayList<>();
    if (plan.dialogues().fromSeeds()) {
      seeds.prompts().stream().filter(seed -> plan.opens(seed.category())).forEach(openings::add);
    }
    openings.addAll(expanded.prompts());
    return openings;
  }
}
