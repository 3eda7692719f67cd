package io.mosskit.curation.filter;

/// Reads the limits that users set.
final class Limits {

  private Limits() {}

  static double share(String rule, double limit) {
    if (!(limit >= 0 && limit <= 1)) {
      throw new IllegalArgumentException(
          "the limit of the rule %s is a share from 0 to 1, not %s".formatted(rule, limit));
    }
    return limit;
  }

  static int whole(String rule, double limit) {
    if (!(limit >= 0 && limit <= Integer.MAX_VALUE && limit == Math.rint(limit))) {
      throw new IllegalArgumentException(
          "the limit of the rule %s is a whole number from 0 on, not %s".formatted(rule, limit));
    }
    return (int) limit;
  }

  static IllegalArgumentException none(String rule) {
    return new IllegalArgumentException(
        "the rule %s has no limit; switch it with %s=drop, %s=tag or %s=off"
            .formatted(rule, rule, rule, rule));
  }
}
