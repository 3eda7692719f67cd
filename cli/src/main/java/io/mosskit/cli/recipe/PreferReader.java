package io.mosskit.cli.recipe;

import io.mosskit.generator.judge.Preference;
import io.mosskit.generator.plan.TeacherPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the section `prefer`. Without a teacher of its own it has the first one of `generate`.
final class PreferReader {

  private final Paths paths;
  private final Optional<Recipe.Generation> generation;

  PreferReader(Paths paths, Optional<Recipe.Generation> generation) {
    this.paths = paths;
    this.generation = generation;
  }

  Recipe.Preferences read(Section section) throws RecipeException {
    Map.Entry<TeacherPlan, TeacherAddress> teacher = teacher(section);
    Optional<Path> model = section.text("model").map(path -> paths.of(List.of(path)).getFirst());
    int replies = section.number("replies", 2);
    double temperature = section.decimal("temperature", 0.8);
    int maxTokens = section.number("max-tokens", 512);
    boolean rubric = section.flag("rubric", false);
    Preference.Form form =
        section
            .value(
                "form",
                text -> Preference.Form.valueOf(text.toUpperCase(Locale.ROOT)),
                "messages, texts or utterances")
            .orElse(Preference.Form.MESSAGES);
    double minMargin = section.decimal("min-margin", 0);
    section.end();
    if (replies < 2 || temperature < 0 || maxTokens < 1) {
      throw section.error(
          "replies %d are at least 2, max-tokens %d at least 1, the temperature %s at least 0"
              .formatted(replies, maxTokens, temperature));
    }
    return new Recipe.Preferences(
        model,
        teacher.getKey(),
        teacher.getValue(),
        replies,
        temperature,
        maxTokens,
        rubric,
        form,
        minMargin);
  }

  private Map.Entry<TeacherPlan, TeacherAddress> teacher(Section section) throws RecipeException {
    if (section.peek("teacher").isPresent()) {
      TeachersReader.Staff staff = TeachersReader.read(section, PriceList.EMPTY);
      return Map.entry(staff.plans().getFirst(), staff.addresses().firstEntry().getValue());
    }
    Recipe.Generation made =
        generation.orElseThrow(
            () -> section.error("no teacher: give \"teacher\", as generate has it"));
    TeacherPlan first = made.plan().teachers().getFirst();
    TeacherAddress address = made.teachers().get(first.name());
    if (address == null) {
      throw section.error("the teacher " + first.name() + " has no address");
    }
    return Map.entry(first, address);
  }
}
