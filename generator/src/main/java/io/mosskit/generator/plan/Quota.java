package io.mosskit.generator.plan;

import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How many new prompts of a category in a language are wanted.
///
/// @param category what their dialogues train
/// @param language [Language#ZH] or [Language#EN]
/// @param prompts at least 1
public record Quota(Category category, Language language, int prompts) {

  /// The categories whose dialogues need no plugin.
  public static final Set<Category> CATEGORIES =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.copyOf(Category.PLUGIN)));

  /// The languages that the instructions to the teacher are written in.
  public static final Set<Language> LANGUAGES =
      Collections.unmodifiableSet(EnumSet.of(Language.ZH, Language.EN));

  public Quota {
    if (!LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("a quota is for zh or en, not " + language.label());
    }
    if (prompts < 1) {
      throw new IllegalArgumentException("a quota is at least 1 prompt, not " + prompts);
    }
  }

  /// `code zh`, for people.
  public String name() {
    return category.label() + " " + language.label();
  }
}
