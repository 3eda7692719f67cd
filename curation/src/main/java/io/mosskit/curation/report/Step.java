package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.contamination.Decontaminated;
import io.mosskit.schema.io.ReadFault;
import java.util.Set;

/// The steps of a curation at which records leave it, in their order.
enum Step {
  READ("reading", "readable"),
  FILTER("filters", "pass the filters"),
  CONTAMINATION("evaluation sets", "not contaminated"),
  EXACT("exact duplicates", "no exact duplicate"),
  NEAR("near duplicates", "no near duplicate"),
  /// What a stage drops that this report does not know.
  OTHER("other stages", "pass the other stages");

  private static final Set<String> SAME =
      Set.of("identical_record", "duplicate_id", "exact_duplicate");

  private final String label;
  private final String passed;

  Step(String label, String passed) {
    this.label = label;
    this.passed = passed;
  }

  /// What it looks at.
  String label() {
    return label;
  }

  /// What can be said of the records that it lets pass: `no near duplicate`.
  String passed() {
    return passed;
  }

  /// The one that drops for this reason.
  static Step of(Reason reason) {
    return switch (reason.stage()) {
      case ReadFault.STAGE -> READ;
      case "filter" -> FILTER;
      case Decontaminated.STAGE -> CONTAMINATION;
      case "duplicate" -> SAME.contains(reason.reason()) ? EXACT : NEAR;
      default -> OTHER;
    };
  }
}
