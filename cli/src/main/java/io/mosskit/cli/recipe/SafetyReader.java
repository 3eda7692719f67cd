package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads what harmless and honest prompts try, and how they are answered.
final class SafetyReader {

  private SafetyReader() {}

  /// Weights that are not given keep their defaults.
  static SafetyPlan read(Optional<Section> given) throws RecipeException {
    SafetyPlan plan = SafetyPlan.DEFAULT;
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    Map<Kind, Integer> kinds = new EnumMap<>(plan.kinds());
    Map<Grade, Integer> grades = new EnumMap<>(plan.grades());
    weigh(section.section("kinds"), kinds, Kind::label);
    weigh(section.section("grades"), grades, Grade::label);
    section.end();
    try {
      return new SafetyPlan(kinds, grades);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  /// `refuse: 5` gives refuse the weight 5.
  private static <E> void weigh(
      Optional<Section> given, Map<E, Integer> weights, Function<E, String> label)
      throws RecipeException {
    if (given.isPresent()) {
      for (Map.Entry<E, Integer> weight : weights.entrySet()) {
        weight.setValue(given.get().number(label.apply(weight.getKey()), weight.getValue()));
      }
      given.get().end();
    }
  }
}
