package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import io.mosskit.generator.money.Budget;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes preference pairs of a corpus into a folder, as a recipe says: replies, verdicts, pairs.
final class PreferencesStep {

  private static final String REPLIES = "replies.jsonl";
  private static final String JUDGED = "judged.jsonl";
  private static final String PAIRS = "pairs.jsonl";

  private PreferencesStep() {}

  /// What came of it.
  record Summary(
      RespondStep.Summary replies, JudgeStep.Summary verdicts, PreferStep.Summary pairs) {

    List<String> lines(Path folder) {
      List<String> lines = new ArrayList<>();
      lines.addAll(replies.lines(folder.resolve(REPLIES)));
      lines.addAll(verdicts.lines());
      lines.addAll(pairs.lines(folder.resolve(PAIRS)));
      return lines;
    }

    Json.Obj json() {
      return Json.object()
          .put("replies", replies.json())
          .put("verdicts", verdicts.json())
          .put("pairs", pairs.json())
          .build();
    }
  }

  static Summary run(Corpus corpus, Recipe.Preferences how, Path folder, Console console)
      throws ChatException, CommandFailure, GenerationException, IOException, InterruptedException {
    Files.createDirectories(folder);
    RespondStep.Summary replies = reply(corpus, how, folder, console);
    Path judged = folder.resolve(JUDGED);
    JudgeStep.Summary verdicts;
    try (JournalledModel judge = open(how, judged, JudgeStep.PURPOSE, console)) {
      verdicts = JudgeStep.run(folder.resolve(REPLIES), judge, how.rubric(), judged, console);
    }
    PreferStep.Summary pairs =
        PreferStep.run(judged, how.form(), how.minMargin(), folder.resolve(PAIRS));
    return new Summary(replies, verdicts, pairs);
  }

  private static RespondStep.Summary reply(
      Corpus corpus, Recipe.Preferences how, Path folder, Console console)
      throws ChatException, CommandFailure, GenerationException, IOException, InterruptedException {
    RespondStep.Plan plan = new RespondStep.Plan(how.replies(), how.temperature(), how.maxTokens());
    Path out = folder.resolve(REPLIES);
    if (how.model().isPresent()) {
      try (LoadedModel loaded = LoadedModel.load(how.model().get(), new BackendMixin(), console);
          JournalledModel model =
              JournalledModel.of(loaded, JournalledModel.journalOf(out), RespondStep.PURPOSE)) {
        return RespondStep.run(corpus, plan, model, out, console);
      }
    }
    try (JournalledModel teacher = open(how, out, RespondStep.PURPOSE, console)) {
      return RespondStep.run(corpus, plan, teacher, out, console);
    }
  }

  private static JournalledModel open(
      Recipe.Preferences how, Path file, String purpose, Console console)
      throws ChatException, GenerationException, IOException, InterruptedException {
    Path journal = JournalledModel.journalOf(file);
    return JournalledModel.open(
        how.teacher(), how.address(), Budget.UNLIMITED, journal, purpose, console);
  }
}
