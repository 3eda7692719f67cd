package io.mosskit.cli;

import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.SeedReader;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Spreads a number of dialogues over categories and languages.
final class Quotas {

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
  /// @param categories those wanted; empty for all
  static List<Family> families(
      List<SeedFile> files, List<Category> categories, List<Language> languages)
      throws IOException {
    TreeSet<Family> families = new TreeSet<>();
    for (Prompt seed : SeedReader.read(files).prompts()) {
      boolean wanted = categories.isEmpty() || categories.contains(seed.category());
      if (wanted
          && languages.contains(seed.language())
          && Quota.CATEGORIES.contains(seed.category())) {
        families.add(new Family(seed.category(), seed.language()));
      }
    }
    return List.copyOf(families);
  }

  /// One quota a family, as even as can be; the first ones get what is left over.
  static List<Quota> spread(int dialogues, List<Family> families) {
    List<Quota> quotas = new ArrayList<>();
    for (int i = 0; i < families.size(); i++) {
      int share = dialogues / families.size() + (i < dialogues % families.size() ? 1 : 0);
      if (share > 0) {
        quotas.add(new Quota(families.get(i).category(), families.get(i).language(), share));
      }
    }
    return quotas;
  }
}
