package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Input;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.CurationSummary.Share;
import io.mosskit.curation.CurationSummary.TurnCount;
import io.mosskit.curation.text.Measures.TurnMeasures;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts what becomes of the records of one run.
final class Tally {
  private static final int EXAMPLES = 5;
  private static final Change NONE = new Change(0, 0);
  private static final Change DROPPED = new Change(1, 0);
  private static final Change KEPT = new Change(1, 1);

  /// The place of a category in the summary: that in its enum, and after all of them the untagged.
  private static final int UNTAGGED = Category.values().length;

  private record Cell(int category, int second) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = Integer.compare(category, other.category);
      return order != 0 ? order : Integer.compare(second, other.second);
    }
  }

  private record Cause(String stage, String reason) {}

  private long in;
  private long kept;
  private long rejected;
  private final Map<Cause, List<Rejection>> examples = new LinkedHashMap<>();
  private final Map<Cause, Long> causes = new LinkedHashMap<>();
  private final Map<Cell, Change> languages = new TreeMap<>();
  private final Map<Cell, Change> turns = new TreeMap<>();
  private final Spread userBefore = new Spread();
  private final Spread userAfter = new Spread();
  private final Spread replyBefore = new Spread();
  private final Spread replyAfter = new Spread();
  private final Map<Path, Change> files = new LinkedHashMap<>();
  private final Clusters clusters = new Clusters();
  private final Lineages lineages = new Lineages();

  void add(Prepared prepared, Ruling ruling) {
    in++;
    boolean stays =
        switch (ruling.judgement()) {
          case Judgement.Kept _ -> true;
          case Judgement.Rejected(Rejection rejection) -> {
            count(rejection);
            yield false;
          }
        };
    kept += stays ? 1 : 0;
    rejected += stays ? 0 : 1;
    ruling.link().ifPresent(clusters::add);
    Change change = stays ? KEPT : DROPPED;
    switch (prepared) {
      case Prepared.Unreadable(Rejection rejection) -> count(rejection.origin(), change);
      case Prepared.Dialogue dialogue -> {
        count(dialogue.origin(), change);
        measure(dialogue, change);
        lineages.add(dialogue.conversation(), change);
      }
    }
  }

  private void count(Rejection rejection) {
    Cause cause = new Cause(rejection.stage(), rejection.reason());
    causes.merge(cause, 1L, Long::sum);
    List<Rejection> first = examples.computeIfAbsent(cause, _ -> new ArrayList<>(EXAMPLES));
    if (first.size() < EXAMPLES) {
      first.add(rejection);
    }
  }

  private void count(@Nullable Origin origin, Change change) {
    if (origin != null) {
      files.merge(origin.file(), change, Change::plus);
    }
  }

  private void measure(Prepared.Dialogue dialogue, Change change) {
    int category = dialogue.category().map(tag -> tag.category().ordinal()).orElse(UNTAGGED);
    var measures = dialogue.measures();
    languages.merge(new Cell(category, measures.language().ordinal()), change, Change::plus);
    turns.merge(new Cell(category, measures.turns().size()), change, Change::plus);
    for (TurnMeasures turn : measures.turns()) {
      userBefore.add(turn.user(), change.before());
      userAfter.add(turn.user(), change.after());
      replyBefore.add(turn.reply(), change.before());
      replyAfter.add(turn.reply(), change.after());
    }
  }

  long in() {
    return in;
  }

  long kept() {
    return kept;
  }

  long rejected() {
    return rejected;
  }

  CurationSummary summary(List<Path> inputs, CurationPlan plan, String version, Duration elapsed)
      throws IOException {
    return new CurationSummary(
        in,
        kept,
        rejected,
        reasons(),
        composition(),
        turnCounts(),
        List.of(
            Spread.lengths("user", userBefore, userAfter),
            Spread.lengths("reply", replyBefore, replyAfter)),
        clusters.duplicates(),
        lineages.provenance(),
        inputs(inputs),
        plan,
        version,
        elapsed);
  }

  private List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    causes.forEach((cause, count) ->
        reasons.add(
            new Reason(
                cause.stage(), cause.reason(), count, examples.getOrDefault(cause, List.of()))));
    return reasons;
  }

  private List<Share> composition() {
    List<Share> shares = new ArrayList<>();
    languages.forEach((cell, change) ->
        shares.add(
            new Share(label(cell.category()), Language.values()[cell.second()].label(), change)));
    return shares;
  }

  private List<TurnCount> turnCounts() {
    List<TurnCount> counts = new ArrayList<>();
    turns.forEach(
        (cell, change) -> counts.add(new TurnCount(label(cell.category()), cell.second(), change)));
    return counts;
  }

  private List<Input> inputs(List<Path> paths) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (Path file : paths) {
      Change records = files.getOrDefault(file, NONE);
      inputs.add(new Input(file, Files.size(file), records.before(), records.after()));
    }
    return inputs;
  }

  private static String label(int category) {
    return category == UNTAGGED ? CurationSummary.UNTAGGED : Category.values()[category].label();
  }
}
