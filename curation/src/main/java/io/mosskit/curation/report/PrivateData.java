package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Count;
import java.util.ArrayList;
import java.util.List;

/// Which private data and secrets were replaced: how many, and never what they were.
record PrivateData(CurationSummary summary) {
  static final String ID = "private";
  static final String HEADING = "Private data";

  /// The group of counts, by kind.
  static final String GROUP = "privacy";

  /// Empty where nobody looked for any.
  List<Section> sections() {
    List<Count> kinds = summary.counted(GROUP);
    if (kinds.isEmpty() && summary.plan().scrub().isEmpty()) {
      return List.of();
    }
    List<Html> content = new ArrayList<>();
    if (kinds.isEmpty()) {
      content.add(Section.paragraph("No private data and no secrets were found."));
    } else {
      Counts counts = new Counts("privacy-chart", "Records with private data by kind", kinds);
      content.add(
          Section.paragraph(
              "Each occurrence was replaced by a placeholder before anything else was done, in the"
                  + " kept and in the dropped records. This page holds the numbers alone."));
      content.add(Section.keptAndDropped("Records with private data, by kind", counts.chart()));
      content.add(counts.table("Kind", "Occurrences"));
      content.addAll(counts.rest());
    }
    return List.of(new Section(ID, HEADING, content));
  }
}
