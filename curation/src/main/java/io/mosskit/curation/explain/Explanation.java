package io.mosskit.curation.explain;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Optional;

/// Why a record is in a curated corpus, or is not.
///
/// @param record the one in question
/// @param key by which duplicates were told
/// @param threshold the least similarity of near-duplicates in that run
/// @param twinId the id of the kept record that a duplicate was dropped for, empty for others
/// @param twin that record, empty where none of the folders has it
/// @param shared what record and twin share, empty without a twin
/// @param cluster the records that were dropped for the same kept one, or for this one
/// @param thresholds what other thresholds would have done, ascending
public record Explanation(
    Told record,
    DuplicateKey key,
    double threshold,
    Optional<String> twinId,
    Optional<Told> twin,
    Optional<SharedText> shared,
    List<Member> cluster,
    List<AtThreshold> thresholds) {

  public Explanation {
    cluster = List.copyOf(cluster);
    thresholds = List.copyOf(thresholds);
  }

  /// What is said of a record in its file.
  ///
  /// @param stage who decided; empty for a kept record
  /// @param decision `kept`, or the reason of its rejection
  /// @param detail the rejection in a sentence; empty for a kept record
  /// @param values that decided it
  /// @param text what the key compares of it
  public record Told(
      String id,
      boolean kept,
      String stage,
      String decision,
      String detail,
      Json.Obj values,
      Origin origin,
      String text) {

    Json.Obj json() {
      return Json.object()
          .put("id", id)
          .put("decision", decision)
          .put("stage", stage.isEmpty() ? null : stage)
          .put("detail", detail.isEmpty() ? null : detail)
          .put("values", values.members().isEmpty() ? null : values)
          .put("origin", origin.json())
          .put("text", text)
          .build();
    }
  }

  /// A record that was dropped for another.
  ///
  /// @param reason `exact_duplicate`, `near_duplicate` …
  /// @param score its similarity to the kept one
  public record Member(String id, String reason, double score) {}

  /// What a threshold does to the record.
  ///
  /// @param against the record that it is dropped for, empty where it is kept
  /// @param decided whether this is what the run decided, and not what it would have
  public record AtThreshold(double threshold, Optional<Against> against, boolean decided) {}

  /// A record that another is dropped for.
  public record Against(String id, double score) {}

  /// All of it, for programs.
  public Json.Obj json() {
    return Json.object()
        .put("record", record.json())
        .put("key", key.label())
        .put("threshold", threshold)
        .put("twin_id", twinId.orElse(null))
        .put("twin", twin.map(Told::json).orElse(null))
        .put("shared", shared.map(Explanation::json).orElse(null))
        .put("cluster", Json.of(cluster.stream().map(Explanation::json).toList()))
        .put("thresholds", Json.of(thresholds.stream().map(Explanation::json).toList()))
        .build();
  }

  private static Json.Obj json(SharedText shared) {
    return Json.object()
        .put("score", Decimals.rounded(shared.score()))
        .put("record", json(shared.left()))
        .put("twin", json(shared.right()))
        .build();
  }

  private static Json json(List<SharedText.Piece> pieces) {
    return Json.of(
        pieces.stream()
            .map(piece ->
                Json.object().put("text", piece.text()).put("shared", piece.shared()).build())
            .toList());
  }

  private static Json.Obj json(Member member) {
    return Json.object()
        .put("id", member.id())
        .put("reason", member.reason())
        .put("score", Decimals.rounded(member.score()))
        .build();
  }

  private static Json.Obj json(AtThreshold at) {
    return Json.object()
        .put("threshold", at.threshold())
        .put("decision", at.against().isPresent() ? "dropped" : "kept")
        .put("against", at.against().map(Against::id).orElse(null))
        .put("score", at.against().map(a -> Json.of(Decimals.rounded(a.score()))).orElse(null))
        .put("decided", at.decided())
        .build();
  }
}
