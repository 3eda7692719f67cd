package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.EvolutionPlan;
import io.mosskit.generator.plan.EvolutionPlan.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Reads how prompts are evolved.
final class EvolutionReader {

  private EvolutionReader() {}

  static EvolutionPlan read(Optional<Section> given) throws RecipeException {
    EvolutionPlan plan = EvolutionPlan.NONE;
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    double share = section.decimal("share", plan.share());
    int rounds = section.number("rounds", plan.rounds());
    int maxGrowth = section.number("max-growth", plan.maxGrowth());
    Optional<Section> operations = section.section("operations");
    section.end();
    Map<Operation, Integer> weights =
        operations.isEmpty() ? plan.operations() : weights(operations.get());
    try {
      return new EvolutionPlan(share, rounds, weights, maxGrowth);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static Map<Operation, Integer> weights(Section section) throws RecipeException {
    Map<Operation, Integer> weights = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      Optional<Integer> weight =
          section.value(operation.label(), Integer::valueOf, "a weight, a whole number");
      weight.ifPresent(number -> weights.put(operation, number));
    }
    section.end();
    return weights;
  }
}
