package io.mosskit.schema.labels;

import io.mosskit.schema.Category;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody says of one dialogue.
///
/// @param id the dialogue's [record id][io.mosskit.schema.Conversation#recordId], not blank
/// @param category the label of a [Category] or a tag of one's own, not blank; any published
///   spelling of a category is kept as its label, and blanks around a tag are dropped
/// @param confidence from 0 to 1, null where nobody stated one
/// @param origin who says it
/// @param annotator the person's, rule's or model's name; null where unnamed, and never empty
/// @param at when it was said, null where unknown
/// @param note a remark; null where there is none, and never empty
public record Label(
    String id,
    String category,
    @Nullable Double confidence,
    LabelOrigin origin,
    @Nullable String annotator,
    @Nullable Instant at,
    @Nullable String note) {

  public Label {
    if (id.isBlank() || category.isBlank()) {
      throw new IllegalArgumentException(
          "a label has an id and a category, not \"" + id + "\" and \"" + category + "\"");
    }
    if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
    }
    category = Category.named(category).map(Category::label).orElse(category.strip());
    confidence = confidence == null ? null : confidence + 0.0; // -0.0 becomes 0.0
    annotator = nullIfEmpty(annotator);
    note = nullIfEmpty(note);
  }

  /// A label without confidence, annotator, time and note.
  public static Label of(String id, Category category, LabelOrigin origin) {
    return new Label(id, category.label(), null, origin, null, null, null);
  }

  /// The category, empty where the label is a tag of one's own.
  public Optional<Category> known() {
    return Category.named(category);
  }

  private static @Nullable String nullIfEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
