package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.neighbour.HashedNgrams;
import io.mosskit.curation.report.ReportContext;
import io.mosskit.curation.select.SelectionSummary;
import io.mosskit.generator.GenerationSummary;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.score.ScoringSummary;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a recipe made.
///
/// @param folder where the corpus lies; the run of the generator lies in its folder `run`
/// @param exports how many dialogues were written in each form
record RecipeRun(
    Path folder,
    Optional<GenerationSummary> generation,
    CurationSummary curation,
    Optional<ScoringSummary> scores,
    Optional<SelectionSummary> selection,
    Optional<PreferencesStep.Summary> preferences,
    SequencedMap<String, Long> exports) {

  /// The folder with scored records below that of the corpus.
  static final String SCORED = "scored";

  /// The folder with selected records below that of the corpus.
  static final String SELECTED = "selected";

  /// The folder with preference pairs below that of the corpus.
  static final String PREFERENCES = "preferences";

  /// The folder with what is left in other forms below that of the corpus.
  static final String EXPORT = "export";

  /// The generator's folder below that of the corpus.
  static final String RUN = "run";

  static RecipeRun of(Recipe recipe, Path folder, String command, Console console)
      throws GenerationException, ChatException, IOException, InterruptedException, CommandFailure {
    requireModels(recipe);
    List<Path> input = new ArrayList<>(recipe.input());
    Optional<GenerationSummary> generation = Optional.empty();
    if (recipe.generation().isPresent()) {
      Path run = folder.resolve(RUN);
      generation = Optional.of(GenerateStep.run(recipe.generation().get(), run, console));
      input.addFirst(run.resolve("raw.jsonl"));
    }
    ReportContext context =
        new ReportContext(
            recipe.title(), command, recipe.licence().orElse(null), LocalDate.now(console.clock()));
    CurationSummary curation =
        CurateStep.run(
            Corpus.of(input, ReadOptions.defaults()), recipe.curation(), folder, context, console);
    Optional<ScoringSummary> scores = Optional.empty();
    Path last = folder.resolve("corpus.jsonl");
    if (recipe.scores().isPresent()) {
      Recipe.Scores how = recipe.scores().get();
      Path scored = folder.resolve(SCORED);
      scores =
          Optional.of(
              ScoreStep.run(
                  Corpus.of(last), how.model(), how.plan(), new BackendMixin(), scored, console));
      last = scored.resolve("scored.jsonl");
    }
    Optional<SelectionSummary> selection = Optional.empty();
    if (recipe.selection().isPresent()) {
      selection =
          Optional.of(
              SelectStep.run(
                  Corpus.of(last),
                  recipe.selection().get(),
                  new HashedNgrams(),
                  folder.resolve(SELECTED),
                  context,
                  console));
      last = folder.resolve(SELECTED).resolve("corpus.jsonl");
    }
    Optional<PreferencesStep.Summary> preferences = Optional.empty();
    if (recipe.preferences().isPresent()) {
      preferences =
          Optional.of(
              PreferencesStep.run(
                  Corpus.of(last),
                  recipe.preferences().get(),
                  folder.resolve(PREFERENCES),
                  console));
    }
    SequencedMap<String, Long> exports = new LinkedHashMap<>();
    for (String form : recipe.exports()) {
      exports.put(form, ExportStep.run(Corpus.of(last), form, folder.resolve(EXPORT)));
    }
    return new RecipeRun(folder, generation, curation, scores, selection, preferences, exports);
  }

  /// Says before anything is made, and paid for, that a model of a later step is not there.
  private static void requireModels(Recipe recipe) throws IOException {
    Stream<Path> models =
        Stream.concat(
            recipe.scores().map(Recipe.Scores::model).stream(),
            recipe.preferences().flatMap(Recipe.Preferences::model).stream());
    for (Path model : models.toList()) {
      Checkpoints.openModel(model).close();
    }
  }

  /// The id of some dialogue in the corpus, to try `why` on; empty where the corpus is.
  Optional<String> anId() throws IOException {
    try (Scan<Entry> scan = Corpus.of(folder.resolve("corpus.jsonl")).entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation conversation, var _)) {
          return Optional.of(conversation.recordId());
        }
      }
    }
    return Optional.empty();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    generation.ifPresent(summary -> {
      lines.addAll(GenerateStep.lines(summary, folder.resolve(RUN)));
      lines.add("");
    });
    lines.addAll(CurateStep.lines(curation, folder));
    scores.ifPresent(summary -> {
      lines.add("");
      lines.addAll(ScoreStep.lines(summary, folder.resolve(SCORED)));
    });
    selection.ifPresent(summary -> {
      lines.add("");
      lines.addAll(SelectStep.lines(summary, folder.resolve(SELECTED)));
    });
    preferences.ifPresent(summary -> {
      lines.add("");
      lines.addAll(summary.lines(folder.resolve(PREFERENCES)));
    });
    exports.forEach((form, records) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "%,d dialogues written to %s",
                records,
                ExportStep.file(form, folder.resolve(EXPORT)))));
    return lines;
  }

  Json.Obj json() {
    ObjBuilder written = Json.object();
    exports.forEach(written::put);
    return Json.object()
        .put("generation", generation.map(GenerateStep::json).orElse(null))
        .put("curation", curation.json())
        .put("scores", scores.map(ScoreStep::json).orElse(null))
        .put("selection", selection.map(SelectionSummary::json).orElse(null))
        .put("preferences", preferences.map(PreferencesStep.Summary::json).orElse(null))
        .put("exports", exports.isEmpty() ? null : written.build())
        .build();
  }
}
