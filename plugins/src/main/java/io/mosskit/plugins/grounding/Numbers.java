package io.mosskit.plugins.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Numbers that somebody gave, exactly as given. Not thread-safe.
final class Numbers {

  private final Set<BigDecimal> known = new HashSet<>();
  private final List<BigDecimal> numbers = new ArrayList<>();
  private final Set<String> sizes = new HashSet<>();

  /// Takes every number: of a fraction its parts too, of a percentage the share too.
  void addAll(List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      add(quantity.value());
      addBeside(quantity);
    }
  }

  /// Takes every number of an argument: of a fraction its parts alone, for nobody has divided yet.
  void addOperands(List<Quantity> quantities) {
    for (Quantity quantity : quantities) {
      if (quantity.parts().isEmpty()) {
        add(quantity.value());
      }
      addBeside(quantity);
    }
  }

  private void addBeside(Quantity quantity) {
    quantity.parts().forEach(this::add);
    sizes.add(quantity.unit());
    if (quantity.percent()) {
      add(quantity.value().movePointLeft(2));
    }
  }

  void add(BigDecimal number) {
    if (known.add(number.stripTrailingZeros())) {
      numbers.add(number);
    }
  }

  boolean has(BigDecimal number) {
    return known.contains(number.stripTrailingZeros());
  }

  void clear() {
    known.clear();
    numbers.clear();
    sizes.clear();
  }

  /// Whether a number is there, or follows from one that is by rounding. Who speaks of `400万` may
  /// reckon in 万: then `220万` follows from 220.
  boolean support(Quantity quantity) {
    return numbers.stream().anyMatch(quantity::states)
        || (hasSize(quantity) && numbers.stream().anyMatch(quantity.withoutUnit()::states))
        || (!quantity.parts().isEmpty() && quantity.parts().stream().allMatch(this::has));
  }

  private boolean hasSize(Quantity quantity) {
    return !quantity.unit().isEmpty() && sizes.contains(quantity.unit());
  }

  /// Whether a number is there as a decrease of which the text gives the size alone.
  boolean supportDecrease(Quantity quantity) {
    return quantity.value().signum() > 0
        && numbers.stream().anyMatch(exact -> quantity.states(exact.negate()));
  }
}
