package io.mosskit.curation.contamination;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.List;
import java.util.Map;

/// How far a corpus and evaluation sets have each other.
///
/// @param records how many records came in
/// @param kept how many of them stay, masked and tagged ones among them
/// @param rejected how many do not, unreadable ones among them
/// @param outcomes how many dialogues had each outcome, in the order of [Decontaminated.Outcome]
/// @param sets one part for each evaluation set
public record ContaminationReport(
    long records,
    long kept,
    long rejected,
    Map<Decontaminated.Outcome, Long> outcomes,
    List<SetReport> sets,
    Policy policy,
    Matching matching) {

  /// How far a corpus and one evaluation set have each other.
  ///
  /// @param items how many items the set has
  /// @param unsought how many of them are too short to be looked for
  /// @param contaminated how many of them are, in part or whole, in the corpus
  /// @param dialogues how many dialogues hold a part of one
  /// @param stretches how many stretches they hold in all
  /// @param outcomes how many of those dialogues had each outcome
  /// @param suspects how many shorter stretches were found, and decided nothing
  /// @param samples items to judge the findings by: those found most often
  public record SetReport(
      String name,
      long items,
      long unsought,
      long contaminated,
      long dialogues,
      long stretches,
      Map<Decontaminated.Outcome, Long> outcomes,
      long suspects,
      List<Sample> samples) {}

  /// An item that was found.
  ///
  /// @param times how many stretches of it were
  /// @param text the longest of them
  /// @param dialogue the id of the dialogue that holds it
  /// @param share how much of the item that dialogue holds
  public record Sample(String item, long times, String text, String dialogue, double share) {}

  /// As it stands in `contamination.json`.
  public Json.Obj json() {
    return Json.object()
        .put("records_in", records)
        .put("records_kept", kept)
        .put("records_rejected", rejected)
        .put("dialogues", json(outcomes))
        .put("policy", policy.label())
        .put("placeholder", policy == Policy.MASK ? EvaluationSets.PLACEHOLDER : null)
        .put("matching", matching.json())
        .put("sets", Json.of(sets.stream().map(ContaminationReport::json).toList()))
        .build();
  }

  private static Json json(SetReport set) {
    return Json.object()
        .put("set", set.name())
        .put("items", set.items())
        .put("items_not_looked_for", set.unsought())
        .put("items_contaminated", set.contaminated())
        .put("dialogues", set.dialogues())
        .put("stretches", set.stretches())
        .put("outcomes", json(set.outcomes()))
        .put("suspects", set.suspects())
        .put("samples", Json.of(set.samples().stream().map(ContaminationReport::json).toList()))
        .build();
  }

  private static Json json(Sample sample) {
    return Json.object()
        .put("item", sample.item())
        .put("times", sample.times())
        .put("text", sample.text())
        .put("dialogue", sample.dialogue())
        .put("share", Decimals.rounded(sample.share()))
        .build();
  }

  private static Json json(Map<Decontaminated.Outcome, Long> outcomes) {
    ObjBuilder counts = Json.object();
    outcomes.forEach((outcome, count) -> counts.put(outcome.label(), count));
    return counts.build();
  }
}
