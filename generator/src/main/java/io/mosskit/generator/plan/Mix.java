package io.mosskit.generator.plan;

import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiPredicate;

/// In which proportions new prompts are divided among categories and languages.
///
/// @param categories the weight of each category that has a part, at least 1
/// @param languages the weight of each language that has a part, at least 1
public record Mix(Map<Category, Integer> categories, Map<Language, Integer> languages) {

  /// As many prompts of each category as of any other, those that call plugins apart.
  public static final Mix UNIFORM = uniform(Quota.CATEGORIES);

  /// As many prompts of each category that calls plugins as of any other.
  public static final Mix PLUGINS = uniform(Category.PLUGIN);

  /// The numbers of dialogues in moss-003-sft-data as its card counts them. Honesty was not
  /// published, so it has no part here.
  public static final Mix MOSS_003 =
      of(
          Map.of(
              Category.BRAINSTORMING, 99_162,
              Category.COMPLEX_INSTRUCTION, 95_574,
              Category.CODE, 198_079,
              Category.ROLE_PLAYING, 246_375,
              Category.WRITING, 341_087,
              Category.HARMLESS, 74_573,
              Category.CONTINUE, 9_839,
              Category.SWITCHING, 9_862));

  public Mix {
    categories = positive(categories, Category.class);
    languages = positive(languages, Language.class);
  }

  private static Mix uniform(Set<Category> categories) {
    Map<Category, Integer> weights = new EnumMap<>(Category.class);
    categories.forEach(category -> weights.put(category, 1));
    return of(weights);
  }

  private static <K extends Enum<K>> Map<K, Integer> positive(
      Map<K, Integer> weights, Class<K> type) {
    Map<K, Integer> sorted = new EnumMap<>(type);
    sorted.putAll(weights);
    if (sorted.isEmpty() || sorted.values().stream().anyMatch(weight -> weight < 1)) {
      throw new IllegalArgumentException(
          "a mix has at least one weight, and none below 1: " + sorted);
    }
    return Collections.unmodifiableMap(sorted);
  }

  /// These categories, as much Chinese as English.
  public static Mix of(Map<Category, Integer> categories) {
    return new Mix(categories, Map.of(Language.ZH, 1, Language.EN, 1));
  }

  /// The mix of that name: `uniform`, `moss-003` or `plugins`.
  public static Optional<Mix> named(String name) {
    return switch (name) {
      case "uniform" -> Optional.of(UNIFORM);
      case "plugins" -> Optional.of(PLUGINS);
      case "moss-003" -> Optional.of(MOSS_003);
      default -> Optional.empty();
    };
  }

  public Mix withLanguages(Map<Language, Integer> languages) {
    return new Mix(categories, languages);
  }

  /// The quotas of all categories and languages of the mix; they sum up to the total.
  ///
  /// @param total at least 1
  public List<Quota> quotas(int total) {
    return quotas(total, (_, _) -> true);
  }

  /// The quotas of those categories and languages that are wanted; they sum up to the total. One
  /// whose part is less than a prompt may have none.
  ///
  /// @throws IllegalArgumentException where the total is less than 1, or nothing of the mix is
  ///   wanted
  public List<Quota> quotas(int total, BiPredicate<Category, Language> wanted) {
    SequencedMap<Cell, Long> weights = new LinkedHashMap<>();
    categories.forEach((category, weight) ->
        languages.forEach((language, factor) -> {
          if (wanted.test(category, language)) {
            weights.put(new Cell(category, language), (long) weight * factor);
          }
        }));
    if (total < 1 || weights.isEmpty()) {
      throw new IllegalArgumentException(
          "%d prompts cannot be divided among %d categories and languages"
              .formatted(total, weights.size()));
    }
    List<Quota> quotas = new ArrayList<>();
    Apportionment.of(total, weights)
        .forEach((cell, prompts) -> {
          if (prompts > 0) {
            quotas.add(new Quota(cell.category, cell.language, prompts));
          }
        });
    return quotas;
  }

  private record Cell(Category category, Language language) {}
}
