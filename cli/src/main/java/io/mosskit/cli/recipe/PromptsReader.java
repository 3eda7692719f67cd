package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.ExpansionPlan.Admission;
import io.mosskit.generator.plan.ExpansionPlan.Examples;
import io.mosskit.generator.plan.Quota;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads how many new prompts are wanted, and how seeds are multiplied.
final class PromptsReader {

  private PromptsReader() {}

  /// Either one total and a mix, or the categories one by one.
  static List<Quota> quotas(Optional<Section> section) throws RecipeException {
    if (section.isEmpty()) {
      return List.of();
    }
    Optional<List<Quota>> divided = MixReader.quotas(section.get());
    return divided.isPresent() ? divided.get() : byCategory(section.get());
  }

  /// `code: 20` means twenty in each language, `code: {zh: 20}` twenty in Chinese alone.
  private static List<Quota> byCategory(Section section) throws RecipeException {
    List<Quota> quotas = new ArrayList<>();
    for (Map.Entry<String, Node> entry : section.rest().entrySet()) {
      Node node = entry.getValue();
      Category category = category(entry);
      switch (node) {
        case Node.Scalar scalar -> {
          int prompts = Section.value(scalar, Integer::valueOf, "how many prompts");
          for (Language language : List.of(Language.ZH, Language.EN)) {
            quotas.add(quota(node, category, language, prompts));
          }
        }
        case Node.Mapping mapping -> {
          for (Map.Entry<String, Node> one : mapping.members().entrySet()) {
            int prompts = Section.value(one.getValue(), Integer::valueOf, "how many prompts");
            quotas.add(quota(one.getValue(), category, language(one), prompts));
          }
        }
        case Node.Sequence sequence ->
            throw sequence.place().error("expected a number, or {zh: n, en: n}");
      }
    }
    return quotas;
  }

  static Category category(Map.Entry<String, Node> entry) throws RecipeException {
    return Category.named(entry.getKey())
        .orElseThrow(() ->
            entry
                .getValue()
                .place()
                .error("none of " + Stream.of(Category.values()).map(Category::label).toList()));
  }

  static Language language(Map.Entry<String, Node> entry) throws RecipeException {
    return switch (entry.getKey().toLowerCase(Locale.ROOT)) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw entry.getValue().place().error("a language is zh or en");
    };
  }

  private static Quota quota(Node node, Category category, Language language, int prompts)
      throws RecipeException {
    try {
      return new Quota(category, language, prompts);
    } catch (IllegalArgumentException e) {
      throw node.place().error(String.valueOf(e.getMessage()));
    }
  }

  static ExpansionPlan expansion(Optional<Section> given) throws RecipeException {
    ExpansionPlan plan = ExpansionPlan.DEFAULT;
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    Examples examples = plan.examples();
    Admission admission = plan.admission();
    try {
      ExpansionPlan changed =
          plan.withExamples(
                  new Examples(
                      section.number("seed-examples", examples.seeds()),
                      section.number("generated-examples", examples.generated()),
                      section.number("prompts-an-answer", examples.wanted())))
              .withAdmission(
                  new Admission(
                      section.number("min-characters", admission.minCharacters()),
                      section.number("max-characters", admission.maxCharacters()),
                      section.decimal("max-rouge-l", admission.maxRougeL())));
      section.end();
      return changed;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }
}
