package io.mosskit.cli.recipe;

import io.mosskit.curation.select.Diversity;
import io.mosskit.curation.select.Measure;
import io.mosskit.curation.select.SelectPlan;
import io.mosskit.curation.select.TagFilter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Reads the section `select`.
final class SelectReader {

  SelectPlan read(Section section) throws RecipeException {
    try {
      SelectPlan plan =
          ranked(section)
              .withTags(TagFilter.of(section.texts("tag")))
              .withMost(most(section))
              .withQuotas(quotas(section));
      OptionalDouble distance = decimal(section, "distance");
      boolean farthest = section.flag("farthest", false);
      if (distance.isPresent() && farthest) {
        throw section.error("give \"distance\" or \"farthest\", not both");
      }
      section.end();
      if (distance.isPresent()) {
        return plan.withDiversity(new Diversity.Apart(distance.getAsDouble()));
      }
      return farthest ? plan.withDiversity(new Diversity.Farthest()) : plan;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static SelectPlan ranked(Section section) throws RecipeException {
    Optional<String> by = section.text("by");
    boolean lowest = section.flag("lowest", false);
    SelectPlan.Bounds bounds =
        new SelectPlan.Bounds(
            decimal(section, "least"),
            decimal(section, "greatest"),
            section.decimal("from-percentile", 0),
            section.decimal("to-percentile", 100));
    return SelectPlan.all().by(by.map(Measure::named), lowest, bounds);
  }

  private static SelectPlan.Most most(Section section) throws RecipeException {
    return new SelectPlan.Most(integer(section, "count"), decimal(section, "percent"));
  }

  private static SelectPlan.Quotas quotas(Section section) throws RecipeException {
    TreeMap<String, Integer> each = new TreeMap<>();
    Optional<Section> quotas = section.section("quotas");
    if (quotas.isPresent()) {
      for (var quota : quotas.get().rest().entrySet()) {
        each.put(
            quota.getKey(), Section.value(quota.getValue(), Integer::valueOf, "a whole number"));
      }
    }
    return new SelectPlan.Quotas(each, integer(section, "per-category"));
  }

  private static OptionalDouble decimal(Section section, String key) throws RecipeException {
    double value = section.decimal(key, Double.NaN);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalInt integer(Section section, String key) throws RecipeException {
    int value = section.number(key, Integer.MIN_VALUE);
    return value == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
