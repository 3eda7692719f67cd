package io.mosskit.curation.select;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rule by which records are selected.
///
/// @param tags which records are chosen from
/// @param by what ranks them; empty for the order of the input
/// @param lowestFirst whether a smaller number is better
/// @param bounds what the number may be
/// @param most how many are selected at most
/// @param quotas how many of each category at most
/// @param diversity how they are kept apart
public record SelectPlan(
    TagFilter tags,
    Optional<Measure> by,
    boolean lowestFirst,
    Bounds bounds,
    Most most,
    Quotas quotas,
    Diversity diversity) {

  private static final double ALL = 100;

  /// What the number of a record may be, ends included.
  ///
  /// @param least the least
  /// @param greatest the greatest
  /// @param fromPercentile from which percentile of all numbers on, 0 to 100
  /// @param toPercentile up to which
  public record Bounds(
      OptionalDouble least, OptionalDouble greatest, double fromPercentile, double toPercentile) {

    static final Bounds NONE = new Bounds(OptionalDouble.empty(), OptionalDouble.empty(), 0, ALL);

    public Bounds {
      if (!(fromPercentile >= 0 && fromPercentile < toPercentile && toPercentile <= ALL)) {
        throw new IllegalArgumentException(
            "percentiles from %s to %s; they are numbers from 0 to 100, the first the smaller"
                .formatted(fromPercentile, toPercentile));
      }
    }

    boolean isNone() {
      return equals(NONE);
    }
  }

  /// How many records at most.
  ///
  /// @param count so many
  /// @param percent so many in a hundred of those with the tags, rounded up
  public record Most(OptionalInt count, OptionalDouble percent) {

    static final Most ALL = new Most(OptionalInt.empty(), OptionalDouble.empty());

    public Most {
      if (count.orElse(1) < 1 || !(percent.orElse(1) > 0 && percent.orElse(1) <= 100)) {
        throw new IllegalArgumentException(
            "a count is at least 1, a percentage above 0 and up to 100; not "
                + (count.isPresent() ? count.getAsInt() : percent.getAsDouble()));
      }
      if (count.isPresent() && percent.isPresent()) {
        throw new IllegalArgumentException("give a count or a percentage, not both");
      }
    }

    /// Of so many records.
    int of(int records) {
      return count.isPresent()
          ? count.getAsInt()
          : (int) Math.ceil(records * percent.orElse(100) / 100);
    }

    boolean isAll() {
      return equals(ALL);
    }
  }

  /// How many records of each category at most.
  ///
  /// @param each by category
  /// @param others for those not named
  public record Quotas(SortedMap<String, Integer> each, OptionalInt others) {

    static final Quotas NONE = new Quotas(new TreeMap<>(), OptionalInt.empty());

    public Quotas {
      each = Collections.unmodifiableSortedMap(new TreeMap<>(each));
      for (Map.Entry<String, Integer> quota : each.entrySet()) {
        if (quota.getValue() < 0) {
          throw new IllegalArgumentException("a quota is not negative: " + quota);
        }
      }
    }

    int of(String category) {
      Integer own = each.get(category);
      return own != null ? own : others.orElse(Integer.MAX_VALUE);
    }
  }

  public SelectPlan {
    if (by.isEmpty() && (lowestFirst || !bounds.isNone())) {
      throw new IllegalArgumentException(
          "bounds and the order are about a number: name it with by, as likelihood.loss");
    }
    if (diversity instanceof Diversity.Farthest && most.isAll()) {
      throw new IllegalArgumentException(
          "the farthest records are so many as you say: give a count or a percentage");
    }
  }

  /// Selects everything, in its order.
  public static SelectPlan all() {
    return new SelectPlan(
        TagFilter.NONE,
        Optional.empty(),
        false,
        Bounds.NONE,
        Most.ALL,
        Quotas.NONE,
        new Diversity.Any());
  }

  public SelectPlan withTags(TagFilter newTags) {
    return new SelectPlan(newTags, by, lowestFirst, bounds, most, quotas, diversity);
  }

  public SelectPlan by(Measure measure, boolean newLowestFirst) {
    return by(measure, newLowestFirst, Bounds.NONE);
  }

  public SelectPlan by(Measure measure, boolean newLowestFirst, Bounds newBounds) {
    return by(Optional.of(measure), newLowestFirst, newBounds);
  }

  public SelectPlan by(Optional<Measure> measure, boolean newLowestFirst, Bounds newBounds) {
    return new SelectPlan(tags, measure, newLowestFirst, newBounds, most, quotas, diversity);
  }

  public SelectPlan withMost(Most newMost) {
    return new SelectPlan(tags, by, lowestFirst, bounds, newMost, quotas, diversity);
  }

  public SelectPlan withQuotas(Quotas newQuotas) {
    return new SelectPlan(tags, by, lowestFirst, bounds, most, newQuotas, diversity);
  }

  /// The same with other diversity; with [Diversity.Farthest] after [#withMost].
  public SelectPlan withDiversity(Diversity newDiversity) {
    return new SelectPlan(tags, by, lowestFirst, bounds, most, quotas, newDiversity);
  }
}
