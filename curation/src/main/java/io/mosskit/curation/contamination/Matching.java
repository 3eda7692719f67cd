package io.mosskit.curation.contamination;

import io.mosskit.schema.json.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What counts as a stretch of an evaluation item.
///
/// @param units the least length of a shared stretch, in units (words, characters of Chinese)
/// @param suspects from which length on shorter stretches are reported too, as suspects on which no
///   policy acts; equal to `units` for none
/// @param share the least share of an item, from 0 to 1, that a dialogue must hold
/// @param guards the rules against false findings
/// @param ignored texts known to be public or boilerplate: their windows are no item's own
public record Matching(
    int units, int suspects, double share, Set<Guard> guards, List<String> ignored) {

  /// The length from which on a stretch is at least suspect.
  public static final int SUSPECT_UNITS = 8;

  private static final int LONGEST = 100;

  public Matching {
    if (units < 2 || units > LONGEST) {
      throw new IllegalArgumentException("2 to 100 units in a shared stretch, not " + units);
    }
    if (suspects < 2 || suspects > units) {
      throw new IllegalArgumentException(
          "suspects from 2 to %d units, not %d".formatted(units, suspects));
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of an item from 0 to 1, not " + share);
    }
    guards = guards.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(guards));
    ignored = List.copyOf(ignored);
  }

  /// Thirteen units, no suspects, any share, all guards.
  public static Matching standard() {
    return new Matching(13, 13, 0, EnumSet.allOf(Guard.class), List.of());
  }

  /// With another length; suspects are reported no longer.
  public Matching withUnits(int other) {
    return new Matching(other, other, share, guards, ignored);
  }

  /// Reports suspects of eight units, or as many as a finding has if those are fewer.
  public Matching withSuspects() {
    return new Matching(units, Math.min(units, SUSPECT_UNITS), share, guards, ignored);
  }

  public Matching withShare(double other) {
    return new Matching(units, suspects, other, guards, ignored);
  }

  public Matching without(Guard guard) {
    Set<Guard> others = EnumSet.noneOf(Guard.class);
    others.addAll(guards);
    others.remove(guard);
    return new Matching(units, suspects, share, others, ignored);
  }

  public Matching withIgnored(List<String> texts) {
    return new Matching(units, suspects, share, guards, texts);
  }

  boolean has(Guard guard) {
    return guards.contains(guard);
  }

  boolean hasSuspects() {
    return suspects < units;
  }

  /// The least length of a question that is looked for whole.
  int shortest() {
    return has(Guard.SHORT) ? Math.min(units, SUSPECT_UNITS) : 1;
  }

  /// The same for the stretches that are suspect.
  Matching ofSuspects() {
    return new Matching(suspects, suspects, share, guards, ignored);
  }

  /// As it stands in reports.
  public Json.Obj json() {
    return Json.object()
        .put("units", units)
        .put("suspects", hasSuspects() ? Json.of(suspects) : null)
        .put("share", share)
        .put("guards", guards.stream().sorted().map(Guard::label).toList())
        .put("ignored_texts", ignored.size())
        .build();
  }
}
