package io.mosskit.plugins.solve;

import java.util.SortedSet;

/// Two expressions that are to be equal.
record Equation(Expression left, Expression right) {

  SortedSet<String> unknowns() {
    SortedSet<String> unknowns = left.unknowns();
    unknowns.addAll(right.unknowns());
    return unknowns;
  }

  boolean hasFloat() {
    return left.hasFloat() || right.hasFloat();
  }

  Equation replaced(Expression.Replacement replacement) {
    return new Equation(left.replaced(replacement), right.replaced(replacement));
  }
}
