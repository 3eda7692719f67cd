package io.mosskit.cli;

import io.mosskit.generator.plan.Mix;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.SeedReader;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Spreads a number of dialogues over categories and languages.
final class Quotas {

  private static final Pattern WEIGHT = Pattern.compile("([A-Za-z0-9_ -]+)=([0-9]{1,9})");

  private Quotas() {}

  /// A category in a language.
  record Family(Category category, Language language) implements Comparable<Family> {

    @Override
    public int compareTo(Family other) {
      int order = category.compareTo(other.category);
      return order != 0 ? order : language.compareTo(other.language);
    }
  }

  /// The categories and languages of which there are seeds.
  ///
  /// @param categories those wanted
  static List<Family> families(
      List<SeedFile> files, Collection<Category> categories, List<Language> languages)
      throws IOException {
    TreeSet<Family> families = new TreeSet<>();
    for (Prompt seed : SeedReader.read(files).prompts()) {
      if (categories.contains(seed.category()) && languages.contains(seed.language())) {
        families.add(new Family(seed.category(), seed.language()));
      }
    }
    return List.copyOf(families);
  }

  /// The mix that a text names: `uniform`, `moss-003`, `plugins` or `code=3,writing=2`.
  static Mix mix(String text) throws CommandFailure {
    Optional<Mix> named = Mix.named(text);
    if (named.isPresent()) {
      return named.get();
    }
    Map<Category, Integer> weights = new EnumMap<>(Category.class);
    for (String part : text.split(",")) {
      Matcher weight = WEIGHT.matcher(part.strip());
      if (!weight.matches()) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "a mix is uniform, moss-003, plugins or weights such as code=3,writing=2, not " + text);
      }
      weights.put(category(weight.group(1)), Integer.valueOf(weight.group(2)));
    }
    return Mix.of(weights);
  }

  /// The category of that name of which dialogues are made.
  static Category category(String name) throws CommandFailure {
    return Category.named(name)
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.USAGE,
                "\""
                    + name
                    + "\" is none of "
                    + Stream.of(Category.values()).map(Category::label).toList()));
  }

  /// Quotas for these families in the proportions of the mix; they sum up to the number of
  /// dialogues.
  static List<Quota> spread(int dialogues, Mix mix, List<Family> families) {
    return dialogues == 0
        ? List.of()
        : mix.quotas(
            dialogues, (category, language) -> families.contains(new Family(category, language)));
  }
}
