package io.mosskit.generator.plan;

import io.mosskit.schema.Category;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// How accepted prompts are evolved (Evol-Instruct, doi 10.48550/arXiv.2304.12244).
///
/// @param share of the accepted prompts of each category and language that is evolved, in [0, 1]
/// @param rounds how often each of them is evolved in turn, at least 1
/// @param operations how often each operation is chosen, compared with the others that serve the
///   category
/// @param maxGrowth how many units (Chinese characters, words of other scripts) an evolved prompt
///   may have more than its parent
public record EvolutionPlan(
    double share, int rounds, Map<Operation, Integer> operations, int maxGrowth) {

  /// No prompt is evolved; where a share is, all operations are as likely, once each.
  public static final EvolutionPlan NONE =
      new EvolutionPlan(
          0,
          1,
          Map.of(
              Operation.DEEPEN, 1,
              Operation.CONSTRAIN, 1,
              Operation.CONCRETISE, 1,
              Operation.REASONING, 1,
              Operation.BREADTH, 1),
          80);

  public EvolutionPlan {
    Map<Operation, Integer> sorted = new EnumMap<>(Operation.class);
    sorted.putAll(operations);
    operations = Collections.unmodifiableMap(sorted);
    if (!(share >= 0 && share <= 1) || rounds < 1 || maxGrowth < 1) {
      throw new IllegalArgumentException(
          "evolution: 0 <= share %s <= 1, rounds %d and maxGrowth %d at least 1"
              .formatted(share, rounds, maxGrowth));
    }
    if (sorted.isEmpty() || sorted.values().stream().anyMatch(weight -> weight < 1)) {
      throw new IllegalArgumentException(
          "evolution: at least one operation, and no weight below 1: " + sorted);
    }
  }

  /// What is done with a prompt. All but the last lead into depth.
  public enum Operation {
    /// Ask for more of the matter: a further side of it, a harder case.
    DEEPEN,
    /// Add a condition or demand.
    CONSTRAIN,
    /// Put a particular case in the place of a general one.
    CONCRETISE,
    /// Make an answer take more steps of thought.
    REASONING,
    /// Write another prompt on a rarer matter of the same field.
    BREADTH;

    /// The name in recipes and requests: `concretise`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it leaves a prompt of that category one of its kind. A scene bears no list of
    /// conditions; what is divided into parts and what leads to a change of language must stay so;
    /// an honest question may become more concrete and nothing else; and a harmful wish must not be
    /// sharpened.
    public boolean serves(Category category) {
      return switch (category) {
        case BRAINSTORMING, CODE, COMPLEX_INSTRUCTION -> true;
        case WRITING -> this != REASONING;
        case ROLE_PLAYING, CONTINUE -> this != REASONING && this != CONSTRAIN;
        case SWITCHING -> this == CONCRETISE || this == BREADTH;
        case HONEST -> this == CONCRETISE;
        case HARMLESS, WEB_SEARCH, CALCULATOR, EQUATION_SOLVER, TEXT_TO_IMAGE, MIX -> false;
      };
    }
  }

  public EvolutionPlan withShare(double share) {
    return new EvolutionPlan(share, rounds, operations, maxGrowth);
  }

  public EvolutionPlan withRounds(int rounds) {
    return new EvolutionPlan(share, rounds, operations, maxGrowth);
  }

  public EvolutionPlan withOperations(Map<Operation, Integer> operations) {
    return new EvolutionPlan(share, rounds, operations, maxGrowth);
  }

  public EvolutionPlan withMaxGrowth(int maxGrowth) {
    return new EvolutionPlan(share, rounds, operations, maxGrowth);
  }
}
