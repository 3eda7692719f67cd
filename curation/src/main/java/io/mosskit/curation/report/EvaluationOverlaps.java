package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Count;
import java.util.ArrayList;
import java.util.List;

/// What the records have in common with evaluation sets.
record EvaluationOverlaps(CurationSummary summary) {
  static final String ID = "contamination";
  static final String HEADING = "Evaluation sets";

  /// The group of counts, by evaluation set.
  static final String GROUP = "contamination";

  /// Empty where the records were held against none.
  List<Section> sections() {
    List<Count> sets = summary.counted(GROUP);
    if (sets.isEmpty() && summary.plan().decontamination().isEmpty()) {
      return List.of();
    }
    List<Html> content = new ArrayList<>();
    if (sets.isEmpty()) {
      content.add(
          Section.paragraph(
              "No record shares a long enough stretch with an item of the evaluation sets."));
    } else {
      Counts counts = new Counts("contamination-chart", "Records that share a stretch", sets);
      content.add(
          Section.paragraph(
              "Records that share a long stretch with an item of an evaluation set. A record that"
                  + " shares with several sets counts for each of them."));
      content.add(Section.keptAndDropped("Records that share a stretch, by set", counts.chart()));
      content.add(counts.table("Evaluation set", "Stretches"));
      content.addAll(counts.rest());
    }
    return List.of(new Section(ID, HEADING, content));
  }
}
