package io.mosskit.curation.tag;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tags that a record carries, in the array `mosskit.tags`, where labels of people stand too.
public final class Tags {

  private Tags() {}

  /// The record with these tags in the place of what taggers have written before. What people and
  /// label tables have said of it stays as it is, with annotator, time and note.
  public static Conversation beside(Conversation conversation, List<Tag> tags) {
    List<Json> all = new ArrayList<>();
    for (Json old : written(conversation)) {
      if (!isOfTagger(old)) {
        all.add(old);
      }
    }
    tags.stream().filter(tag -> tag.origin() != LabelOrigin.HUMAN).map(Tag::json).forEach(all::add);
    return conversation.withMosskit(Labels.MEMBER, Json.of(all));
  }

  /// The tags of a record, in their order; what is no tag is passed over.
  public static List<Tag> of(Conversation conversation) {
    return written(conversation).stream().map(Tags::tag).flatMap(Optional::stream).toList();
  }

  /// The category of a record: what a person or, where nobody has said any, a tagger says, else
  /// what the record declares; empty where nobody says any.
  public static Optional<String> category(Conversation conversation) {
    return of(conversation).stream()
        .filter(tag -> tag.facet().equals(Tag.CATEGORY))
        .map(Tag::value)
        .findFirst()
        .or(() -> Category.of(conversation).map(Category::label));
  }

  /// What people have said: of each facet all that different people say, each once.
  static List<Tag> human(Conversation conversation) {
    return of(conversation).stream()
        .filter(tag -> tag.origin() == LabelOrigin.HUMAN)
        .map(tag -> new Tag(tag.facet(), tag.value(), LabelOrigin.HUMAN, 1))
        .distinct()
        .toList();
  }

  private static List<Json> written(Conversation conversation) {
    return conversation.mosskit().get(Labels.MEMBER) instanceof Json.Arr(List<Json> tags)
        ? tags
        : List.of();
  }

  /// Whether a tagger has written it: it has a facet, and is no person's.
  private static boolean isOfTagger(Json written) {
    return written instanceof Json.Obj object
        && object.string(Labels.FACET) != null
        && tag(written).filter(tag -> tag.origin() != LabelOrigin.HUMAN).isPresent();
  }

  private static Optional<Tag> tag(Json written) {
    if (!(written instanceof Json.Obj object)) {
      return Optional.empty();
    }
    String facet = object.string(Labels.FACET);
    String value = object.string(Labels.NAME);
    Optional<LabelOrigin> origin =
        Optional.ofNullable(object.string("origin")).flatMap(LabelOrigin::named);
    double confidence =
        object.get("confidence") instanceof Json.Num number ? number.doubleValue() : 1;
    if (value == null || value.isBlank() || (facet != null && facet.isBlank())) {
      return Optional.empty();
    }
    return confidence >= 0 && confidence <= 1
        ? origin.map(by -> new Tag(facet == null ? Tag.CATEGORY : facet, value, by, confidence))
        : Optional.empty();
  }
}
