package io.mosskit.curation.explain;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.explain.Explanation.Told;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import java.util.Objects;
import java.util.Optional;

/// A dialogue of a curated folder, kept or rejected.
///
/// @param values those of its rejection; of a kept one, those of the duplicate stage's verdict
record CuratedRecord(
    Conversation conversation,
    boolean kept,
    String stage,
    String reason,
    String detail,
    Json.Obj values,
    Origin origin) {

  private static final String DUPLICATE = "duplicate";

  static Optional<CuratedRecord> kept(Entry entry) {
    if (!(entry instanceof Entry.Accepted(Conversation conversation, Origin origin))) {
      return Optional.empty();
    }
    Json.Obj values = Json.Obj.EMPTY;
    for (var verdict : Lineage.of(conversation).verdicts()) {
      if (verdict.stage().equals(DUPLICATE)) {
        values = verdict.values();
      }
    }
    return Optional.of(new CuratedRecord(conversation, true, "", "kept", "", values, origin));
  }

  static Optional<CuratedRecord> rejected(ValueEntry entry) {
    if (entry instanceof ValueEntry.Accepted(Json.Obj rejection, Origin origin)
        && rejection.get("record") instanceof Json.Obj record
        && MossJson.parse(record.text()) instanceof Entry.Accepted(Conversation conversation, _)) {
      return Optional.of(
          new CuratedRecord(
              conversation,
              false,
              text(rejection, "stage"),
              text(rejection, "reason"),
              text(rejection, "detail"),
              rejection.get("values") instanceof Json.Obj values ? values : Json.Obj.EMPTY,
              origin));
    }
    return Optional.empty();
  }

  private static String text(Json.Obj object, String name) {
    return Objects.requireNonNullElse(object.string(name), "");
  }

  String id() {
    return conversation.recordId();
  }

  /// Whether it is known by this id, given by the toolkit or published.
  boolean isCalled(String id) {
    return id().equals(id) || conversation.idText().equals(id);
  }

  /// Whether the duplicate stage saw it, so that it may be somebody's twin.
  boolean isCompared() {
    return kept || stage.equals(DUPLICATE);
  }

  /// The id of the kept record that it was dropped for.
  Optional<String> twin() {
    return kept ? Optional.empty() : Optional.ofNullable(values.string("kept"));
  }

  double score() {
    return number("score", 1);
  }

  double number(String name, double otherwise) {
    return values.get(name) instanceof Json.Num number ? number.doubleValue() : otherwise;
  }

  Told told(DuplicateKey key) {
    return new Told(id(), kept, stage, reason, detail, values, origin, key.text(conversation));
  }
}
