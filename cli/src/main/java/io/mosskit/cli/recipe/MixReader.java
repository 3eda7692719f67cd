package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.Mix;
import io.mosskit.generator.plan.Quota;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `{total: 5000, mix: moss-003, languages: {zh: 1, en: 1}}`: one number, and in which
/// proportions it is divided.
final class MixReader {

  private MixReader() {}

  /// The quotas that a section with a total asks for; empty where it has none.
  static Optional<List<Quota>> quotas(Section section) throws RecipeException {
    Optional<Integer> total = section.value("total", Integer::valueOf, "how many prompts");
    Optional<Node> languages = section.node("languages");
    if (total.isEmpty()) {
      requireNothingToDivide(section.peek("mix").filter(MixReader::isName).or(() -> languages));
      return Optional.empty();
    }
    Optional<Node> mix = section.node("mix");
    section.end();
    try {
      Mix divided = mix.isEmpty() ? Mix.UNIFORM : mix(mix.get());
      if (languages.isPresent()) {
        divided = divided.withLanguages(languages(languages.get()));
      }
      return Optional.of(divided.quotas(total.get()));
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static void requireNothingToDivide(Optional<Node> idle) throws RecipeException {
    if (idle.isPresent()) {
      throw idle.get().place().error("there is no \"total\" that it would divide");
    }
  }

  /// Whether it names proportions; `mix` is the name of a category too, as in `mix: 5`.
  private static boolean isName(Node node) {
    return node instanceof Node.Scalar(var _, var text) && !text.matches("[-+]?\\d.*");
  }

  private static Mix mix(Node node) throws RecipeException {
    return switch (node) {
      case Node.Scalar(var place, var name) ->
          Mix.named(name)
              .orElseThrow(() ->
                  place.error(
                      "expected uniform, moss-003, plugins or {CATEGORY: weight}, found " + name));
      case Node.Mapping(var _, var members) -> {
        Map<Category, Integer> weights = new EnumMap<>(Category.class);
        for (Map.Entry<String, Node> entry : members.entrySet()) {
          weights.put(PromptsReader.category(entry), weight(entry.getValue()));
        }
        yield Mix.of(weights);
      }
      case Node.Sequence sequence ->
          throw sequence.place().error("expected uniform, moss-003, plugins or {CATEGORY: weight}");
    };
  }

  private static Map<Language, Integer> languages(Node node) throws RecipeException {
    if (!(node instanceof Node.Mapping(var _, var members))) {
      throw node.place().error("expected {zh: weight, en: weight}");
    }
    Map<Language, Integer> weights = new EnumMap<>(Language.class);
    for (Map.Entry<String, Node> entry : members.entrySet()) {
      weights.put(PromptsReader.language(entry), weight(entry.getValue()));
    }
    return weights;
  }

  private static int weight(Node node) throws RecipeException {
    return Section.value(node, Integer::valueOf, "a weight, a whole number");
  }
}
