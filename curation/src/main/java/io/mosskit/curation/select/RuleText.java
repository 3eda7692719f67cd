package io.mosskit.curation.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A rule in words.
final class RuleText {

  private RuleText() {}

  static List<String> of(SelectPlan plan) {
    List<String> rule = new ArrayList<>();
    plan.tags()
        .values()
        .forEach((facet, values) ->
            rule.add("Only with the %s %s.".formatted(facet, String.join(" or ", values))));
    rule.add(
        plan.by()
            .map(by ->
                "By %s, the %s first."
                    .formatted(by.name(), plan.lowestFirst() ? "lowest" : "highest"))
            .orElse("In the order of the input."));
    SelectPlan.Bounds bounds = plan.bounds();
    bounds.least().ifPresent(least -> rule.add("At least " + number(least) + "."));
    bounds.greatest().ifPresent(greatest -> rule.add("At most " + number(greatest) + "."));
    if (bounds.fromPercentile() > 0 || bounds.toPercentile() < 100) {
      rule.add(
          "From percentile %s to %s."
              .formatted(number(bounds.fromPercentile()), number(bounds.toPercentile())));
    }
    plan.quotas()
        .each()
        .forEach((category, quota) ->
            rule.add("At most %d of the category %s.".formatted(quota, category)));
    plan.quotas()
        .others()
        .ifPresent(quota ->
            rule.add(
                "At most %d of each %scategory."
                    .formatted(quota, plan.quotas().each().isEmpty() ? "" : "other ")));
    switch (plan.diversity()) {
      case Diversity.Any _ -> {}
      case Diversity.Apart(double distance) ->
          rule.add("None nearer than " + number(distance) + " to a better selected one.");
      case Diversity.Farthest _ -> rule.add("Each time the farthest from all selected ones.");
    }
    plan.most().count().ifPresent(count -> rule.add("At most %d records.".formatted(count)));
    plan.most()
        .percent()
        .ifPresent(percent -> rule.add("At most %s %% of the records.".formatted(number(percent))));
    return rule;
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%s", number);
  }
}
