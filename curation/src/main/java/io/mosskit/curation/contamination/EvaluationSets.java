package io.mosskit.curation.contamination;

import io.mosskit.curation.contamination.Shared.Run;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Evaluation sets that dialogues are held against. Thread-safe.
///
/// Texts are compared by their [units][io.mosskit.schema.text.Units], so case, width, blanks and
/// punctuation make no difference. Each window of units of each item is looked for at each place of
/// each field, and a hash never decides: what is found has the same units, one by one.
public final class EvaluationSets {

  /// What stands in the place of a stretch that was masked.
  public static final String PLACEHOLDER = Masking.PLACEHOLDER;

  private final Matching matching;
  private final List<SetSize> sizes;
  private final List<ItemName> names;
  private final SpanSearch findings;
  private final @Nullable SpanSearch suspects;

  /// How large a set is.
  ///
  /// @param items all of them
  /// @param unsought those among them that cannot be found: their question is short, and nothing
  ///   else of theirs is as long as a window
  /// @param checksum of their texts, CRC-32C
  record SetSize(String name, int items, int unsought, long checksum) {}

  /// @param units how many units the item has
  private record ItemName(int set, String id, int units) {}

  private EvaluationSets(List<EvaluationSet> sets, Matching matching) {
    this.matching = matching;
    this.sizes = new ArrayList<>();
    this.names = new ArrayList<>();
    List<ItemText> texts = new ArrayList<>();
    for (EvaluationSet set : sets) {
      int unsought = 0;
      CRC32C checksum = new CRC32C();
      for (EvaluationItem item : set.items()) {
        ItemText text = ItemText.of(sizes.size(), item);
        names.add(new ItemName(sizes.size(), item.id(), text.units()));
        texts.add(text);
        item.texts().forEach(part -> checksum.update(part.getBytes(StandardCharsets.UTF_8)));
        unsought += isSought(text) ? 0 : 1;
      }
      sizes.add(new SetSize(set.name(), set.items().size(), unsought, checksum.getValue()));
    }
    this.findings = new SpanSearch(texts, matching);
    this.suspects = matching.hasSuspects() ? new SpanSearch(texts, matching.ofSuspects()) : null;
  }

  private boolean isSought(ItemText item) {
    return item.questionUnits() >= matching.shortest()
        || item.texts().stream().anyMatch(text -> text.count() >= matching.units());
  }

  /// Indexes evaluation sets.
  ///
  /// @throws IllegalArgumentException if two have the same name
  public static EvaluationSets of(List<EvaluationSet> sets, Matching matching) {
    if (sets.stream().map(EvaluationSet::name).distinct().count() < sets.size()) {
      throw new IllegalArgumentException(
          "each evaluation set wants a name of its own, not "
              + sets.stream().map(EvaluationSet::name).toList());
    }
    return new EvaluationSets(sets, matching);
  }

  /// What counts as a stretch.
  public Matching matching() {
    return matching;
  }

  /// The sets and what counts as a stretch, as they stand in the settings of a run: different texts
  /// are different settings.
  public Json.Obj json() {
    List<Json> described = new ArrayList<>();
    for (SetSize size : sizes) {
      described.add(
          Json.object()
              .put("set", size.name())
              .put("items", size.items())
              .put("checksum", Long.toHexString(size.checksum()))
              .build());
    }
    return Json.object().put("matching", matching.json()).put("sets", Json.of(described)).build();
  }

  List<SetSize> sizes() {
    return sizes;
  }

  /// All stretches that a dialogue has in common with items, by turn, field, place and item.
  public List<Overlap> overlaps(Conversation conversation) {
    return overlaps(findings, conversation);
  }

  /// Shorter ones, where the matching asks for them; without those that meet a finding of the same
  /// item.
  public List<Overlap> suspects(Conversation conversation) {
    if (suspects == null) {
      return List.of();
    }
    Map<Place, NavigableMap<Integer, Integer>> found = new HashMap<>();
    for (Overlap overlap : overlaps(conversation)) {
      found
          .computeIfAbsent(Place.of(overlap), _ -> new TreeMap<>())
          .put(overlap.start(), overlap.end());
    }
    return overlaps(suspects, conversation).stream()
        .filter(suspect -> !meets(suspect, found.get(Place.of(suspect))))
        .toList();
  }

  /// Where a stretch lies, and of what it is one.
  private record Place(int turn, Field field, String set, String item) {
    static Place of(Overlap overlap) {
      return new Place(overlap.turn(), overlap.field(), overlap.set(), overlap.item());
    }
  }

  private static boolean meets(Overlap suspect, @Nullable NavigableMap<Integer, Integer> found) {
    Map.Entry<Integer, Integer> before = found == null ? null : found.lowerEntry(suspect.end());
    return before != null && before.getValue() > suspect.start();
  }

  /// The dialogue with [#PLACEHOLDER] in the place of each of these stretches, those that overlap
  /// as one. Markers stay as they are.
  public static Conversation masked(Conversation conversation, List<Overlap> overlaps) {
    return Masking.mask(conversation, overlaps);
  }

  /// The runs of one field.
  private record Found(int turn, Field field, String body, List<Run> runs) {}

  private List<Overlap> overlaps(SpanSearch search, Conversation conversation) {
    Shared shared = new Shared();
    List<Found> found = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      for (Field field : Field.values()) {
        String body = turn.body(field);
        search.search(body, shared);
        List<Run> runs = shared.takeRuns();
        if (!runs.isEmpty()) {
          found.add(new Found(turn.number(), field, body, runs));
        }
      }
    }
    List<Overlap> overlaps = new ArrayList<>();
    for (Found field : found) {
      UnitText units = UnitText.of(field.body());
      Unfolding unfolding = Unfolding.of(field.body());
      for (Run run : field.runs()) {
        int start = unfolding.start(units.start(run.from()));
        int end = unfolding.end(units.end(run.to() - 1) - 1);
        Overlap overlap = overlap(field, run, start, end, shared);
        if (overlap.share() >= matching.share()) {
          overlaps.add(overlap);
        }
      }
    }
    return overlaps;
  }

  private Overlap overlap(Found field, Run run, int start, int end, Shared shared) {
    ItemName item = names.get(run.item());
    return new Overlap(
        sizes.get(item.set()).name(),
        item.id(),
        field.turn(),
        field.field(),
        run.to() - run.from(),
        start,
        end,
        field.body().substring(start, end),
        (double) shared.units(run.item()) / item.units());
  }
}
