package io.mosskit.curation.filter;

import io.mosskit.schema.json.Json;
import java.util.List;

/// What a profile did to a corpus.
///
/// @param records how many records came in
/// @param kept how many stay, tagged ones among them
/// @param rejected how many do not, unreadable ones among them
/// @param rules one part for each rule that was asked, in their order
public record FilterReport(
    long records, long kept, long rejected, List<RuleReport> rules, Profile profile) {

  /// What one rule did.
  ///
  /// @param dialogues how many broke it: of a rule that drops, as the first of such rules
  /// @param examples the first of them
  public record RuleReport(Profile.Rule rule, long dialogues, List<Example> examples) {}

  /// A dialogue that broke a rule.
  public record Example(String dialogue, String detail) {}

  /// As it stands in `filters.json`.
  public Json.Obj json() {
    return Json.object()
        .put("records_in", records)
        .put("records_kept", kept)
        .put("records_rejected", rejected)
        .put("rules", Json.of(rules.stream().map(FilterReport::json).toList()))
        .put("settings", profile.settings())
        .build();
  }

  private static Json json(RuleReport report) {
    return Json.object()
        .put("rule", report.rule().filter().name())
        .put("action", report.rule().action().label())
        .put("dialogues", report.dialogues())
        .put(
            "examples",
            Json.of(
                report.examples().stream()
                    .map(example ->
                        Json.object()
                            .put("dialogue", example.dialogue())
                            .put("detail", example.detail())
                            .build())
                    .toList()))
        .build();
  }
}
