package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Duplicates;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.CurationSummary.Teacher;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a summary says, in sentences that the page and the card share.
record Findings(CurationSummary summary) {
  /// How the rule-based teacher names itself.
  private static final String REHEARSAL = "rehearsal";

  /// The result in one sentence.
  String result() {
    long in = summary.recordsIn();
    long dropped = summary.recordsRejected();
    if (in == 0) {
      return "No records came in.";
    }
    if (dropped == 0) {
      return in == 1 ? "The one record is kept." : "All " + Figures.of(in) + " records are kept.";
    }
    return "Of %s, %s (%s) %s kept; %s %s dropped%s."
        .formatted(
            Figures.of(in, "record"),
            Figures.of(summary.recordsKept()),
            Figures.share(summary.recordsKept(), in),
            are(summary.recordsKept()),
            Figures.of(dropped),
            are(dropped),
            commonest());
  }

  private String commonest() {
    return reasons().stream()
        .findFirst()
        .map(reason ->
            ", most often as %s (%s)".formatted(words(reason.reason()), Figures.of(reason.count())))
        .orElse("");
  }

  /// The reasons, the commonest first.
  List<Reason> reasons() {
    return summary.reasons().stream()
        .sorted(Comparator.comparingLong(Reason::count).reversed())
        .toList();
  }

  /// What was compared, and from what on two records are duplicates.
  String duplicateRule() {
    return ("Two dialogues are duplicates when their %s are the same text or when the shingles of the"
            + " two have a Jaccard similarity of at least %s. A dialogue is dropped only as a duplicate"
            + " of one that is kept.")
        .formatted(words(summary.plan().key().label()), summary.plan().threshold());
  }

  /// How many duplicates there were.
  String duplicates() {
    Duplicates found = summary.duplicates();
    if (found.exact() + found.near() == 0) {
      return "None was found.";
    }
    return "%s with the same text and %s with a similar one %s dropped for a record that is kept."
        .formatted(
            Figures.of(found.exact()),
            Figures.of(found.near()),
            found.exact() + found.near() == 1 ? "was" : "were");
  }

  /// From which seeds the kept records come.
  String seeds() {
    Change seeded = summary.provenance().seeded();
    if (seeded.after() == 0) {
      return "No kept record names a seed prompt that it grew from.";
    }
    return "%s %s the seed prompts that %s grew from: %s in all."
        .formatted(
            amongKept(seeded.after()),
            seeded.after() == 1 ? "names" : "name",
            seeded.after() == 1 ? "it" : "they",
            Figures.of(summary.provenance().seeds().after(), "distinct seed"));
  }

  /// The warning that records were not written by a language model, where any were not.
  Optional<String> rehearsal() {
    long records =
        summary.provenance().teachers().stream()
            .filter(teacher -> isRehearsal(teacher.name()))
            .mapToLong(teacher -> teacher.records().after())
            .sum();
    return records == 0
        ? Optional.empty()
        : Optional.of(
            ("%s %s written by the rehearsal teacher, a rule-based program, not by a"
                    + " language model: for trying the pipeline, not for training.")
                .formatted(amongKept(records), records == 1 ? "was" : "were"));
  }

  private String amongKept(long records) {
    long kept = summary.recordsKept();
    if (records < kept) {
      return Figures.of(records) + " of the " + Figures.of(kept, "kept record");
    }
    return kept == 1 ? "The one kept record" : "All " + Figures.of(kept, "kept record");
  }

  /// The teacher's name, and what has to be known of it.
  static String described(Teacher teacher) {
    if (teacher.name().equals(CurationSummary.UNRECORDED)) {
      return "not recorded";
    }
    return isRehearsal(teacher.name())
        ? teacher.name() + " (a rule-based program, not a language model)"
        : teacher.name();
  }

  /// A lineage names several teachers with commas between them.
  private static boolean isRehearsal(String teacher) {
    return Arrays.stream(teacher.split(",")).anyMatch(name -> name.strip().startsWith(REHEARSAL));
  }

  /// An identifier as words: `near_duplicate` as `near duplicate`.
  static String words(String identifier) {
    return identifier.replace('_', ' ');
  }

  private static String are(long number) {
    return number == 1 ? "is" : "are";
  }
}
