package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.schema.chat.Sampling;
import java.util.Optional;

/// Reads how the answers of each stage are drawn: `sampling: {replies: {temperature: 0.5}}`.
final class SamplingReader {

  private final Optional<Section> section;

  private SamplingReader(Optional<Section> section) {
    this.section = section;
  }

  static SamplingReader of(Optional<Section> section) {
    return new SamplingReader(section);
  }

  ExpansionPlan of(ExpansionPlan plan) throws RecipeException {
    return plan.withSampling(read("prompts", plan.sampling()));
  }

  DialoguePlan of(DialoguePlan plan) throws RecipeException {
    return plan.withUserTurns(read("user-turns", plan.userTurns()))
        .withReplies(read("replies", plan.replies()));
  }

  PluginPlan of(PluginPlan plan) throws RecipeException {
    return plan.withCalls(read("calls", plan.calls()));
  }

  JudgePlan of(JudgePlan plan) throws RecipeException {
    return plan.withSampling(read("judge", plan.sampling()));
  }

  /// To be called when all stages are read.
  void end() throws RecipeException {
    if (section.isPresent()) {
      section.get().end();
    }
  }

  private Sampling read(String stage, Sampling otherwise) throws RecipeException {
    Optional<Section> given = section.isEmpty() ? Optional.empty() : section.get().section(stage);
    if (given.isEmpty()) {
      return otherwise;
    }
    Section settings = given.get();
    try {
      Sampling sampling =
          new Sampling(
              settings.decimal("temperature", otherwise.temperature()),
              settings.decimal("top-p", otherwise.topP()),
              settings.number("max-tokens", otherwise.maxTokens()),
              otherwise.seed());
      settings.end();
      return sampling;
    } catch (IllegalArgumentException e) {
      throw settings.error(String.valueOf(e.getMessage()));
    }
  }
}
