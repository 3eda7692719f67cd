package io.mosskit.curation.contamination;

import io.mosskit.curation.contamination.ContaminationReport.Sample;
import io.mosskit.curation.contamination.ContaminationReport.SetReport;
import io.mosskit.curation.contamination.Decontaminated.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what was found in the dialogues of a corpus. Takes memory for the items of the sets, not
/// for the dialogues. Not thread-safe.
public final class ContaminationTally {
  private static final int SAMPLES = 20;

  private final Decontaminator decontaminator;
  private final Map<String, SetTally> sets = new LinkedHashMap<>();
  private final Map<Outcome, Long> outcomes = none();
  private long unread;

  public ContaminationTally(Decontaminator decontaminator) {
    this.decontaminator = decontaminator;
    decontaminator.sets().sizes().forEach(size -> sets.put(size.name(), new SetTally()));
  }

  /// What was found of one set.
  private static final class SetTally {
    private final Map<String, Sample> items = new LinkedHashMap<>();
    private final Map<Outcome, Long> outcomes = none();
    private long dialogues;
    private long stretches;
    private long suspects;

    void add(Overlap overlap, String dialogue) {
      stretches++;
      items.merge(
          overlap.item(),
          new Sample(overlap.item(), 1, overlap.text(), dialogue, overlap.share()),
          SetTally::longer);
    }

    private static Sample longer(Sample before, Sample now) {
      Sample longer = now.text().length() > before.text().length() ? now : before;
      return new Sample(
          longer.item(), before.times() + 1, longer.text(), longer.dialogue(), longer.share());
    }

    List<Sample> samples() {
      return items.values().stream()
          .sorted(Comparator.comparingLong(Sample::times).reversed())
          .limit(SAMPLES)
          .toList();
    }
  }

  private static Map<Outcome, Long> none() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome, 0L);
    }
    return counts;
  }

  /// Counts a dialogue.
  public void add(String id, Decontaminated judged) {
    outcomes.merge(judged.outcome(), 1L, Long::sum);
    Set<SetTally> found = new HashSet<>();
    for (Overlap overlap : judged.overlaps()) {
      SetTally set = set(overlap);
      set.add(overlap, id);
      if (found.add(set)) {
        set.dialogues++;
        set.outcomes.merge(judged.outcome(), 1L, Long::sum);
      }
    }
    judged.suspects().forEach(suspect -> set(suspect).suspects++);
  }

  private SetTally set(Overlap overlap) {
    SetTally set = sets.get(overlap.set());
    if (set == null) {
      throw new IllegalArgumentException("no evaluation set is called " + overlap.set());
    }
    return set;
  }

  /// Counts a record that could not be read.
  public void addUnread() {
    unread++;
  }

  long kept() {
    return records() - rejected();
  }

  long rejected() {
    return unread + outcomes.getOrDefault(Outcome.DROPPED, 0L);
  }

  long records() {
    return unread + outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Dialogues in which something was found.
  long contaminated() {
    return records() - unread - outcomes.getOrDefault(Outcome.CLEAN, 0L);
  }

  /// What was counted so far.
  public ContaminationReport report() {
    List<SetReport> reports = new ArrayList<>();
    for (EvaluationSets.SetSize size : decontaminator.sets().sizes()) {
      SetTally set = sets.getOrDefault(size.name(), new SetTally());
      reports.add(
          new SetReport(
              size.name(),
              size.items(),
              size.unsought(),
              set.items.size(),
              set.dialogues,
              set.stretches,
              set.outcomes,
              set.suspects,
              set.samples()));
    }
    return new ContaminationReport(
        records(),
        kept(),
        rejected(),
        outcomes,
        reports,
        decontaminator.policy(),
        decontaminator.sets().matching());
  }
}
