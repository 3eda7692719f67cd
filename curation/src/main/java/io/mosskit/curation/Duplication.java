package io.mosskit.curation;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns a candidate that duplicates a kept record into a rejection.
final class Duplication {
  static final String STAGE = "duplicate";

  private final DuplicatePlan plan;
  private final List<Path> files;

  Duplication(DuplicatePlan plan, List<Path> files) {
    this.plan = plan;
    this.files = files;
  }

  /// The name of the key.
  String key() {
    return plan.key().label();
  }

  /// @param line of the candidate, as it would have stood in the corpus
  Rejection rejection(Note note, byte[] line, Decisions.Dropped dropped) throws IOException {
    Json.Obj values = values(dropped);
    return new Rejection(
        STAGE,
        reason(dropped),
        detail(note, dropped),
        values,
        new Origin(files.get(note.file()), note.line(), note.offset()),
        withVerdict(line, new Verdict(STAGE, reason(dropped), values)));
  }

  static String reason(Decisions.Dropped dropped) {
    return switch (dropped.likeness()) {
      case IDENTICAL -> "identical_record";
      case SAME_ID -> "duplicate_id";
      case SAME_TEXT -> "exact_duplicate";
      case SIMILAR -> "near_duplicate";
    };
  }

  private Json.Obj values(Decisions.Dropped dropped) {
    return switch (dropped.likeness()) {
      case SAME_ID -> Json.object().put("kept", dropped.kept()).build();
      case IDENTICAL, SAME_TEXT, SIMILAR ->
          Json.object()
              .put("key", plan.key().label())
              .put("kept", dropped.kept())
              .put("score", Decimals.rounded(dropped.score()))
              .put("threshold", plan.threshold())
              .build();
    };
  }

  private String detail(Note note, Decisions.Dropped dropped) {
    return switch (dropped.likeness()) {
      case IDENTICAL -> "the record " + dropped.kept() + " comes again";
      case SAME_ID ->
          "a record with the id "
              + note.known().id()
              + " is kept; give this one another mosskit.id if it is another record";
      case SAME_TEXT, SIMILAR ->
          String.format(
              Locale.ROOT,
              "by %s it has a similarity of %.3f to %s, which is kept",
              plan.key().label(),
              dropped.score(),
              dropped.kept());
    };
  }

  /// The record with this verdict in the place of the last one, by which it was to be kept.
  private static Json withVerdict(byte[] line, Verdict verdict) throws IOException {
    try {
      Json.Obj record = (Json.Obj) Json.parse(new String(line, StandardCharsets.UTF_8));
      Json.Obj mosskit = (Json.Obj) required(record, "mosskit");
      Json.Obj lineage = (Json.Obj) required(mosskit, Lineage.MEMBER);
      List<Json> verdicts = new ArrayList<>(((Json.Arr) required(lineage, "verdicts")).elements());
      verdicts.set(verdicts.size() - 1, verdict.json());
      return record.with(
          "mosskit", mosskit.with(Lineage.MEMBER, lineage.with("verdicts", Json.of(verdicts))));
    } catch (JsonException e) {
      throw new IOException("the work folder holds a line that is no record", e);
    }
  }

  private static Json required(Json.Obj object, String name) throws IOException {
    return Optional.ofNullable(object.get(name))
        .orElseThrow(() -> new IOException("the work folder holds a record without " + name));
  }
}
