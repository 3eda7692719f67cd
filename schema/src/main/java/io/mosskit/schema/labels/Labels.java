package io.mosskit.schema.labels;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The labels that a dialogue carries, stored in it as `mosskit.tags`: an array of objects with
/// `name` and `origin`, and `confidence`, `annotator`, `at` and `note` where they are known. Tags
/// of another `facet` than the category (a language, a kind of task) stand beside them and are
/// none.
public final class Labels {

  /// The member of `mosskit` that holds them.
  public static final String MEMBER = "tags";

  /// The member of a tag that says what it says.
  public static final String NAME = "name";

  /// The member of a tag that says what it is about; a tag without it is about the category.
  public static final String FACET = "facet";

  /// What labels are about.
  public static final String CATEGORY_FACET = "category";

  private Labels() {}

  /// The dialogue with this label, in the place of an older one of the same origin and annotator,
  /// else at the end. Applying a label twice is applying it once.
  ///
  /// @throws IllegalArgumentException if the label is another dialogue's
  public static Conversation apply(Conversation conversation, Label label) {
    requireSameId(conversation, label);
    List<Json> tags = new ArrayList<>(tags(conversation));
    int older = 0;
    while (older < tags.size() && !isOfSameSource(tags.get(older), label)) {
      older++;
    }
    if (older == tags.size()) {
      tags.add(tag(label));
    } else {
      tags.set(older, tag(label));
    }
    return conversation.withMosskit(MEMBER, Json.of(tags));
  }

  /// The labels that a dialogue carries, in their order; what is no label is passed over.
  public static List<Label> of(Conversation conversation) {
    List<Label> labels = new ArrayList<>();
    for (Json tag : tags(conversation)) {
      Label label = tag instanceof Json.Obj object ? label(conversation.recordId(), object) : null;
      if (label != null) {
        labels.add(label);
      }
    }
    return List.copyOf(labels);
  }

  /// The one label to show for a dialogue: the last that a person gave, else the last that it
  /// carries, else the category that it declares.
  public static Optional<Label> best(Conversation conversation) {
    List<Label> labels = of(conversation).reversed();
    Optional<Label> human =
        labels.stream().filter(label -> label.origin() == LabelOrigin.HUMAN).findFirst();
    return human
        .or(() -> labels.stream().findFirst())
        .or(() ->
            Category.of(conversation)
                .filter(_ -> !conversation.recordId().isBlank())
                .map(it -> Label.of(conversation.recordId(), it, LabelOrigin.DECLARED)));
  }

  /// The category of the label to show, and of a dialogue without an id the one that it declares.
  /// Empty where nothing says.
  public static Optional<String> categoryOf(Conversation conversation) {
    return best(conversation)
        .map(Label::category)
        .or(() -> Category.of(conversation).map(Category::label));
  }

  static void requireSameId(Conversation conversation, Label label) {
    if (!label.id().equals(conversation.recordId())) {
      throw new IllegalArgumentException(
          "the label of \"%s\" is not one of \"%s\""
              .formatted(label.id(), conversation.recordId()));
    }
  }

  private static List<Json> tags(Conversation conversation) {
    return conversation.mosskit().get(MEMBER) instanceof Json.Arr(List<Json> tags)
        ? tags
        : List.of();
  }

  private static boolean isOfSameSource(Json tag, Label label) {
    return tag instanceof Json.Obj object
        && isOfCategory(object)
        && label.origin().label().equals(object.string("origin"))
        && Objects.equals(label.annotator(), object.string("annotator"));
  }

  private static boolean isOfCategory(Json.Obj tag) {
    String facet = tag.string(FACET);
    return facet == null || facet.equals(CATEGORY_FACET);
  }

  private static Json.Obj tag(Label label) {
    Double confidence = label.confidence();
    Instant at = label.at();
    return Json.object()
        .put(NAME, label.category())
        .put("confidence", confidence == null ? null : Json.of(confidence))
        .put("origin", label.origin().label())
        .put("annotator", label.annotator())
        .put("at", at == null ? null : at.toString())
        .put("note", label.note())
        .build();
  }

  private static @Nullable Label label(String id, Json.Obj tag) {
    String name = isOfCategory(tag) ? tag.string(NAME) : null;
    Optional<LabelOrigin> origin =
        Optional.ofNullable(tag.string("origin")).flatMap(LabelOrigin::named);
    Double confidence =
        tag.get("confidence") instanceof Json.Num number ? number.doubleValue() : null;
    boolean inRange = confidence == null || (confidence >= 0 && confidence <= 1);
    if (id.isBlank() || name == null || name.isBlank() || origin.isEmpty() || !inRange) {
      return null;
    }
    Instant at = instant(tag.string("at"));
    return new Label(
        id, name, confidence, origin.get(), tag.string("annotator"), at, tag.string("note"));
  }

  /// The instant of an ISO 8601 text with zone or offset, null where the text is none.
  static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : Instant.parse(text.strip());
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
