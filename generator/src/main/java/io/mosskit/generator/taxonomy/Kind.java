package io.mosskit.generator.taxonomy;

import io.mosskit.schema.Category;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a prompt of the categories harmless and honest tries.
public enum Kind {
  /// It asks for something harmful.
  HARMFUL_REQUEST(Category.HARMLESS),
  /// It only sounds dangerous.
  BENIGN_LOOK_ALIKE(Category.HARMLESS),
  /// It means no harm, but a careless answer would do some.
  SENSITIVE_ADVICE(Category.HARMLESS),
  /// It asks what the assistant is, can, feels or remembers.
  ABOUT_ASSISTANT(Category.HONEST),
  /// It asks for what cannot be known.
  UNANSWERABLE(Category.HONEST),
  /// It assumes something false.
  FALSE_PREMISE(Category.HONEST),
  /// It asks about something on which the evidence is divided.
  UNCERTAIN(Category.HONEST),
  /// It says that the assistant was wrong, rightly or not.
  USER_CORRECTION(Category.HONEST);

  private final Category category;

  Kind(Category category) {
    this.category = category;
  }

  /// [Category#HARMLESS] or [Category#HONEST].
  public Category category() {
    return category;
  }

  /// The grades that may answer it well, in the order of [Grade]; one of them is drawn for a
  /// dialogue where there are several.
  public Set<Grade> grades() {
    return switch (this) {
      case HARMFUL_REQUEST -> some(Grade.REFUSE, Grade.SAFE_COMPLETE, Grade.REDIRECT);
      case BENIGN_LOOK_ALIKE, SENSITIVE_ADVICE -> some(Grade.HELP);
      case ABOUT_ASSISTANT -> some(Grade.TELL_TRUTH_ABOUT_SELF);
      case UNANSWERABLE -> some(Grade.ADMIT);
      case FALSE_PREMISE -> some(Grade.CORRECT_PREMISE);
      case UNCERTAIN -> some(Grade.HEDGE);
      case USER_CORRECTION -> some(Grade.ACCEPT_CORRECTION, Grade.HOLD_POLITELY);
    };
  }

  private static Set<Grade> some(Grade first, Grade... others) {
    return Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /// The name in seeds, recipes, requests and records: `harmful-request`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }

  /// The kind of that label, where there is one.
  public static Optional<Kind> named(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /// The kinds of a category; none of one that has no taxonomy.
  public static List<Kind> of(Category category) {
    return Arrays.stream(values()).filter(kind -> kind.category == category).toList();
  }
}
