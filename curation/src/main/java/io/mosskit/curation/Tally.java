package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Input;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.CurationSummary.Share;
import io.mosskit.curation.CurationSummary.TurnCount;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Counts what becomes of the records of one run.
final class Tally {
  private static final int EXAMPLES = 5;
  private static final Change NONE = new Change(0, 0);
  private static final Change DROPPED = new Change(1, 0);
  private static final Change KEPT = new Change(1, 1);

  /// The place of a category in the summary: that in its enum, and after all of them the untagged.
  private static final int UNTAGGED = Category.values().length;

  private static final Map<String, Integer> CATEGORIES =
      places(Arrays.stream(Category.values()).map(Category::label).toList());
  private static final Map<String, Integer> LANGUAGES =
      places(Arrays.stream(Language.values()).map(Language::label).toList());

  private static Map<String, Integer> places(List<String> labels) {
    Map<String, Integer> places = new HashMap<>();
    labels.forEach(label -> places.put(label, places.size()));
    return places;
  }

  private record Cell(int category, int second) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int order = Integer.compare(category, other.category);
      return order != 0 ? order : Integer.compare(second, other.second);
    }
  }

  private record Counted(String group, String name) implements Comparable<Counted> {
    @Override
    public int compareTo(Counted other) {
      int order = group.compareTo(other.group);
      return order != 0 ? order : name.compareTo(other.name);
    }
  }

  private record Cause(String stage, String reason) {}

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
  private final List<Path> inputs;
  private final Change[] files;
  private final Map<Counted, CurationSummary.Count> counts = new TreeMap<>();
  private final Clusters clusters = new Clusters();
  private final Lineages lineages = new Lineages();

  Tally(List<Path> inputs) {
    this.inputs = List.copyOf(inputs);
    this.files = new Change[inputs.size()];
    Arrays.fill(files, NONE);
  }

  void kept(Note note) {
    kept++;
    count(note, KEPT);
  }

  /// @param line of the rejection
  void rejected(Note note, byte[] line) throws IOException {
    Note.Fate fate = Objects.requireNonNull(note.fate());
    List<Rejection> first = firstOf(new Cause(fate.stage(), fate.reason()));
    if (first.size() < EXAMPLES) {
      first.add(parse(line));
    }
    rejected++;
    count(note, DROPPED);
  }

  /// @param line of a kept record that many others duplicate
  void duplicated(Note note, byte[] line) throws IOException {
    clusters.say(note.known().id(), FirstWords.of(line));
  }

  void duplicate(Note note, Rejection rejection, Decisions.Dropped why) {
    List<Rejection> first = firstOf(new Cause(rejection.stage(), rejection.reason()));
    if (first.size() < EXAMPLES) {
      first.add(rejection);
    }
    if (why.likeness() != Likeness.SAME_ID) {
      clusters.add(note.known().id(), why);
    }
    rejected++;
    count(note, DROPPED);
  }

  /// Counts a cause, and gives the first rejections for it.
  private List<Rejection> firstOf(Cause cause) {
    causes.merge(cause, 1L, Long::sum);
    return examples.computeIfAbsent(cause, _ -> new ArrayList<>(EXAMPLES));
  }

  private static Rejection parse(byte[] line) throws IOException {
    try {
      return Rejection.of((Json.Obj) Json.parse(new String(line, StandardCharsets.UTF_8)));
    } catch (JsonException e) {
      throw new IOException("the work folder holds a line that is no rejection", e);
    }
  }

  private void count(Note note, Change change) {
    files[note.file()] = files[note.file()].plus(change);
    Note.Facts facts = note.facts();
    if (facts != null) {
      measure(facts, change);
      lineages.add(facts, change);
    }
  }

  private void measure(Note.Facts facts, Change change) {
    int category =
        facts.category() == null ? UNTAGGED : CATEGORIES.getOrDefault(facts.category(), UNTAGGED);
    int language = Objects.requireNonNull(LANGUAGES.get(facts.language()));
    languages.merge(new Cell(category, language), change, Change::plus);
    turns.merge(new Cell(category, facts.user().size()), change, Change::plus);
    facts.marks().forEach(mark -> count(mark, change));
    facts.user().forEach(length -> add(userBefore, userAfter, length, change));
    facts.replies().forEach(length -> add(replyBefore, replyAfter, length, change));
  }

  private void count(Mark mark, Change change) {
    Change findings = new Change(mark.count() * change.before(), mark.count() * change.after());
    counts.merge(
        new Counted(mark.group(), mark.name()),
        new CurationSummary.Count(mark.group(), mark.name(), change, findings),
        (sum, next) ->
            new CurationSummary.Count(
                sum.group(),
                sum.name(),
                sum.records().plus(next.records()),
                sum.findings().plus(next.findings())));
  }

  private static void add(Spread before, Spread after, int length, Change change) {
    before.add(length, change.before());
    after.add(length, change.after());
  }

  long in() {
    return kept + rejected;
  }

  long kept() {
    return kept;
  }

  long rejected() {
    return rejected;
  }

  CurationSummary summary(CurationPlan plan, String version, Duration elapsed) throws IOException {
    return new CurationSummary(
        in(),
        kept,
        rejected,
        reasons(),
        composition(),
        turnCounts(),
        List.of(
            Spread.lengths("user", userBefore, userAfter),
            Spread.lengths("reply", replyBefore, replyAfter)),
        List.copyOf(counts.values()),
        clusters.duplicates(),
        lineages.provenance(),
        inputs(),
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

  private List<Input> inputs() throws IOException {
    List<Input> counted = new ArrayList<>();
    for (int file = 0; file < files.length; file++) {
      Path path = inputs.get(file);
      counted.add(new Input(path, Files.size(path), files[file].before(), files[file].after()));
    }
    return counted;
  }

  private static String label(int category) {
    return category == UNTAGGED ? CurationSummary.UNTAGGED : Category.values()[category].label();
  }
}
