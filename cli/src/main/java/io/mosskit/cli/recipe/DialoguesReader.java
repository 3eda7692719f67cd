package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.DialoguePlan;
import java.util.Optional;

/// Reads how dialogues are held.
final class DialoguesReader {

  private DialoguesReader() {}

  /// @param noQuotas whether nothing but seeds can open dialogues
  static DialoguePlan read(Optional<Section> given, boolean noQuotas) throws RecipeException {
    DialoguePlan plan = DialoguePlan.DEFAULT.withFromSeeds(noQuotas);
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    boolean fromSeeds = section.flag("from-seeds", plan.fromSeeds());
    int retries = section.number("retries", plan.retries());
    section.end();
    try {
      return plan.withFromSeeds(fromSeeds).withRetries(retries);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }
}
