package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import io.mosskit.generator.GenerationSummary;
import io.mosskit.generator.GenerationSummary.Family;
import io.mosskit.generator.Generator;
import io.mosskit.generator.asking.Time;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes dialogues in a run folder; used by `generate`, `run` and `demo`.
final class GenerateStep {

  private GenerateStep() {}

  static GenerationSummary run(Recipe.Generation generation, Path folder, Console console)
      throws GenerationException, ChatException, IOException, InterruptedException {
    try (ProgressLine progress = console.progress();
        Workshop workshop = Workshop.open(generation.plugins(), folder, progress::note);
        Faculty faculty = Faculty.of(generation.teachers(), progress::note)) {
      DialoguePlan dialogues = generation.plan().dialogues();
      return Generator.run(
          generation
              .plan()
              .withDialogues(
                  dialogues.withPlugins(dialogues.plugins().withPlugins(workshop.plugins()))),
          generation.bounds(),
          faculty.models(),
          folder,
          progress,
          Time.ofTheWall());
    }
  }

  static List<String> lines(GenerationSummary summary, Path folder) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d seeds, %,d new prompts accepted, %,d dialogues written; %,d requests sent, %,d"
                + " answers taken from the journal",
            summary.seeds(),
            summary.acceptedPrompts(),
            summary.writtenDialogues(),
            summary.requests().sent(),
            summary.requests().reused()));
    lines.add("");
    Table families =
        new Table("category", "wanted", "proposed", "accepted", "dialogues", "rejected", "note");
    for (Family family : summary.families()) {
      families.row(
          family.name(),
          family.wanted(),
          family.proposed(),
          family.accepted(),
          family.written(),
          family.rejected(),
          family.stalled() ? "stopped: rounds brought nothing new" : "");
    }
    lines.addAll(families.lines());
    addReasons("Seed lines rejected:", summary.rejectedSeeds(), lines);
    addReasons("Prompts refused:", summary.refusedPrompts(), lines);
    addReasons("Requests that brought no prompt:", summary.fruitlessRequests(), lines);
    addReasons("Dialogues rejected:", summary.rejectedDialogues(), lines);
    lines.addAll(Verified.lines(summary.verification()));
    if (summary.ending().left() > 0) {
      lines.add(
          String.format(Locale.ROOT, "Dialogues still to hold: %,d", summary.ending().left()));
    }
    lines.addAll(Costs.lines(summary.accounts().spent()));
    lines.add("");
    lines.add("Written to " + folder + ": prompts.jsonl, raw.jsonl, rejected.jsonl, run.db");
    return lines;
  }

  private static void addReasons(String what, Map<String, Long> reasons, List<String> lines) {
    if (!reasons.isEmpty()) {
      lines.add(what + " " + reasons);
    }
  }

  static Json.Obj json(GenerationSummary summary) {
    List<Json> families =
        summary.families().stream()
            .<Json>map(family ->
                Json.object()
                    .put("family", family.name())
                    .put("wanted", family.wanted())
                    .put("proposed", family.proposed())
                    .put("accepted", family.accepted())
                    .put("stalled", family.stalled())
                    .put("written", family.written())
                    .put("rejected", family.rejected())
                    .build())
            .toList();
    return Json.object()
        .put("seeds", summary.seeds())
        .put("accepted_prompts", summary.acceptedPrompts())
        .put("dialogues", summary.writtenDialogues())
        .put("families", Json.of(families))
        .put("rejected_seeds", counts(summary.rejectedSeeds()))
        .put("refused_prompts", counts(summary.refusedPrompts()))
        .put("fruitless_requests", counts(summary.fruitlessRequests()))
        .put("rejected_dialogues", counts(summary.rejectedDialogues()))
        .put("verification", Verified.json(summary.verification()))
        .put("requests_sent", summary.requests().sent())
        .put("answers_reused", summary.requests().reused())
        .put("dialogues_left", summary.ending().left())
        .put("stopped", summary.ending().stopped().orElse(null))
        .put("cost", Costs.json(summary.accounts().spent()))
        .build();
  }

  private static Json.Obj counts(Map<String, Long> counts) {
    ObjBuilder object = Json.object();
    counts.forEach(object::put);
    return object.build();
  }
}
