package io.mosskit.generator.plan;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Kind;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the prompts of the categories harmless and honest try, and how they are answered: both are
/// drawn, so that a corpus holds refusals and, beside them, helpful answers to what only sounds
/// dangerous.
///
/// @param kinds how often a request for prompts is for each kind, compared with the others of its
///   category; 0 for never
/// @param grades how often a dialogue is answered by each of the [#DRAWN] grades, compared with the
///   others that its kind allows; 0 for never
public record SafetyPlan(Map<Kind, Integer> kinds, Map<Grade, Integer> grades) {

  /// The grades that stand beside others of the same kind.
  public static final Set<Grade> DRAWN =
      Arrays.stream(Kind.values())
          .map(Kind::grades)
          .filter(grades -> grades.size() > 1)
          .flatMap(Set::stream)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));

  /// Of harmless prompts half are harmful requests and nearly a third only sound so; of their
  /// answers half refuse. Honest prompts are of all kinds alike.
  public static final SafetyPlan DEFAULT =
      new SafetyPlan(
          Map.of(
              Kind.HARMFUL_REQUEST, 5,
              Kind.BENIGN_LOOK_ALIKE, 3,
              Kind.SENSITIVE_ADVICE, 2,
              Kind.ABOUT_ASSISTANT, 1,
              Kind.UNANSWERABLE, 1,
              Kind.FALSE_PREMISE, 1,
              Kind.UNCERTAIN, 1,
              Kind.USER_CORRECTION, 1),
          Map.of(
              Grade.REFUSE, 5,
              Grade.SAFE_COMPLETE, 3,
              Grade.REDIRECT, 2,
              Grade.ACCEPT_CORRECTION, 1,
              Grade.HOLD_POLITELY, 1));

  public SafetyPlan {
    kinds = sorted(kinds, Kind.class);
    grades = sorted(grades, Grade.class);
    requireWeights("kinds", kinds, Set.of(Kind.values()));
    requireWeights("grades", grades, DRAWN);
    for (Category category : List.of(Category.HARMLESS, Category.HONEST)) {
      requireSome(kinds, Kind.of(category), "kind");
    }
    for (Kind kind : Kind.values()) {
      if (kind.grades().size() > 1) {
        requireSome(grades, kind.grades(), "grade");
      }
    }
  }

  private static <E extends Enum<E>> Map<E, Integer> sorted(
      Map<E, Integer> weights, Class<E> type) {
    Map<E, Integer> sorted = new EnumMap<>(type);
    sorted.putAll(weights);
    return Collections.unmodifiableMap(sorted);
  }

  private static <E extends Enum<E>> void requireWeights(
      String name, Map<E, Integer> weights, Set<E> keys) {
    if (!weights.keySet().equals(keys) || weights.values().stream().anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException(
          name
              + ": a weight of at least 0 for each of "
              + new TreeSet<>(keys)
              + ", not "
              + weights);
    }
  }

  private static <E> void requireSome(Map<E, Integer> weights, Iterable<E> keys, String what) {
    for (E key : keys) {
      if (weights.getOrDefault(key, 0) > 0) {
        return;
      }
    }
    throw new IllegalArgumentException("one " + what + " of " + keys + " has a weight above 0");
  }

  /// What a request for prompts of a category is for; empty where the category has no taxonomy.
  public Optional<Taxon> taxon(Category category, Dice dice) {
    List<Kind> all = Kind.of(category);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Kind kind = dice.weighted(of(kinds, all));
    Risk risk =
        category == Category.HARMLESS ? Risk.values()[dice.below(Risk.values().length)] : null;
    return Optional.of(new Taxon(kind, risk));
  }

  /// How a dialogue that begins at this place is answered.
  public Grade grade(Taxon taxon, Dice dice) {
    Set<Grade> all = taxon.grades();
    return all.size() == 1 ? all.iterator().next() : dice.weighted(of(grades, all));
  }

  /// What the dialogues of a category depend on here, by name.
  SequencedMap<String, String> parameters(Category category) {
    SequencedMap<String, String> parameters = new LinkedHashMap<>();
    Set<Grade> drawn = new TreeSet<>();
    Kind.of(category).stream().map(Kind::grades).forEach(drawn::addAll);
    drawn.retainAll(DRAWN);
    if (!drawn.isEmpty()) {
      parameters.put("grades " + category.label(), of(grades, drawn).toString());
    }
    return parameters;
  }

  private static <E> SequencedMap<E, Integer> of(Map<E, Integer> weights, Iterable<E> keys) {
    SequencedMap<E, Integer> some = new LinkedHashMap<>();
    keys.forEach(key -> some.put(key, weights.getOrDefault(key, 0)));
    return some;
  }
}
