package io.mosskit.generator.plan;

import io.mosskit.generator.money.Budget;
import java.util.List;
import java.util.OptionalInt;

/// How far one start of a run goes. None of it changes what the run is, so that a later start with
/// other bounds goes on.
///
/// @param budget what all starts together may cost
/// @param preview how many dialogues are held at most, for a forecast; all where it is absent
public record Bounds(Budget budget, OptionalInt preview) {

  /// To the end.
  public static final Bounds NONE = new Bounds(Budget.UNLIMITED, OptionalInt.empty());

  public Bounds {
    if (preview.isPresent() && preview.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "a preview has at least one dialogue, not " + preview.getAsInt());
    }
  }

  /// Makes sure that what the bounds count is known.
  ///
  /// @throws IllegalArgumentException naming a teacher without a price, where dollars are counted
  public void requirePrices(List<TeacherPlan> teachers) {
    for (TeacherPlan teacher : teachers) {
      if (budget.dollars().isPresent() && teacher.price().isEmpty()) {
        throw new IllegalArgumentException(
            "a budget in dollars wants the price of \"%s\": give it, or a budget in tokens"
                .formatted(teacher.name()));
      }
    }
  }

  public Bounds withBudget(Budget budget) {
    return new Bounds(budget, preview);
  }

  public Bounds withPreview(int dialogues) {
    return new Bounds(budget, OptionalInt.of(dialogues));
  }
}
