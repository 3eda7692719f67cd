package io.mosskit.generator.taxonomy;

import io.mosskit.schema.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place in the taxonomy.
///
/// @param kind what a prompt tries
/// @param risk what a harmless one is about; null for honest ones, and where a seed does not name
///   it
public record Taxon(Kind kind, @Nullable Risk risk) {

  public Taxon {
    if (risk != null && kind.category() != Category.HARMLESS) {
      throw new IllegalArgumentException(
          "risks belong to the category harmless, not to " + kind.label());
    }
  }

  /// All places of a category: its kinds, each with every risk where it has risks; none where it
  /// has no taxonomy.
  public static List<Taxon> all(Category category) {
    List<Taxon> all = new ArrayList<>();
    for (Kind kind : Kind.of(category)) {
      if (category == Category.HARMLESS) {
        Stream.of(Risk.values()).map(risk -> new Taxon(kind, risk)).forEach(all::add);
      } else {
        all.add(new Taxon(kind, null));
      }
    }
    return List.copyOf(all);
  }

  /// The place that a prompt's labels name; empty where its category has no such kind. A risk that
  /// is not known is left out.
  public static Optional<Taxon> of(
      Category category, @Nullable String kind, @Nullable String risk) {
    if (kind == null) {
      return Optional.empty();
    }
    return Kind.named(kind)
        .filter(known -> known.category() == category)
        .map(known -> new Taxon(known, riskOf(known, risk)));
  }

  private static @Nullable Risk riskOf(Kind kind, @Nullable String risk) {
    return risk == null || kind.category() != Category.HARMLESS
        ? null
        : Risk.named(risk).orElse(null);
  }

  /// The grades that may answer it well. Whoever may hurt themselves is neither refused nor advised
  /// alone: they are shown to people who can help.
  public Set<Grade> grades() {
    return risk == Risk.SELF_HARM && kind != Kind.BENIGN_LOOK_ALIKE
        ? Collections.unmodifiableSet(EnumSet.of(Grade.REDIRECT))
        : kind.grades();
  }
}
