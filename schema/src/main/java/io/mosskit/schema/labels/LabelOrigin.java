package io.mosskit.schema.labels;

import java.util.Locale;
import java.util.Optional;

/// Who says that a dialogue has a category.
public enum LabelOrigin {
  /// A person, who read the dialogue.
  HUMAN,
  /// A rule, such as a list of words.
  RULE,
  /// A classifier or a language model.
  MODEL,
  /// The record itself, by its published `category` or the plugins that it switches on.
  DECLARED;

  /// The name in tables and records: `human`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The origin of that name; case and blanks around it do not matter.
  public static Optional<LabelOrigin> named(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    for (LabelOrigin origin : values()) {
      if (origin.label().equals(key)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }
}
