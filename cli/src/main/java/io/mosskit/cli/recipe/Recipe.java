package io.mosskit.cli.recipe;

import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.select.SelectPlan;
import io.mosskit.generator.judge.Preference;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.inference.score.ScoringPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A whole way from seeds, or from dialogues that are there, to a curated corpus.
///
/// @param title of report and card
/// @param licence to state in the card
/// @param generation how dialogues are made, where any are
/// @param input further dialogues that are curated with them
/// @param curation how all are curated
/// @param scores how what is kept is scored; empty where it is not
/// @param selection how the better part is selected; empty where all of it is wanted
/// @param preferences how preference pairs are made of what is left; empty where none are
/// @param exports the forms that what is left is written in besides
public record Recipe(
    String title,
    Optional<String> licence,
    Optional<Generation> generation,
    List<Path> input,
    CurationPlan curation,
    Optional<Scores> scores,
    Optional<SelectPlan> selection,
    Optional<Preferences> preferences,
    List<String> exports) {

  /// How records are scored.
  ///
  /// @param model the folder of the model
  public record Scores(Path model, ScoringPlan plan) {}

  /// How preference pairs are made: replies are drawn, judged and paired.
  ///
  /// @param model the folder of a local model that replies; empty where the teacher does
  /// @param teacher who judges, and replies without a local model
  /// @param address where that one is found
  /// @param replies to each dialogue's last user turn
  /// @param rubric whether each reply is scored by itself as well
  /// @param minMargin pairs of a smaller margin are left out
  public record Preferences(
      Optional<Path> model,
      TeacherPlan teacher,
      TeacherAddress address,
      int replies,
      double temperature,
      int maxTokens,
      boolean rubric,
      Preference.Form form,
      double minMargin) {}

  /// How dialogues are made.
  ///
  /// @param teachers where each teacher of the plan is found, by its name
  /// @param plugins where its plugins look
  /// @param bounds how far a start goes
  public record Generation(
      GenerationPlan plan,
      SequencedMap<String, TeacherAddress> teachers,
      PluginSources plugins,
      Bounds bounds) {

    public Generation {
      teachers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(teachers));
      bounds.requirePrices(plan.teachers());
      plugins.requireFor(plan);
    }

    /// The same with other bounds.
    ///
    /// @throws IllegalArgumentException where they count dollars and a teacher has no price
    public Generation withBounds(Bounds other) {
      return new Generation(plan, teachers, plugins, other);
    }
  }

  /// The same with another way of making dialogues.
  public Recipe withGeneration(Generation other) {
    return new Recipe(
        title,
        licence,
        Optional.of(other),
        input,
        curation,
        scores,
        selection,
        preferences,
        exports);
  }

  public Recipe {
    input = List.copyOf(input);
    exports = List.copyOf(exports);
  }

  /// Reads a recipe; paths in it are relative to its own folder.
  ///
  /// @throws RecipeException naming file and line, where something in it is not understood
  public static Recipe read(Path file) throws IOException, RecipeException {
    Path parent = file.toAbsolutePath().getParent();
    return new RecipeReader(parent == null ? Path.of(".") : parent).read(Node.read(file));
  }
}
