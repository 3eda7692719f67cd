package io.mosskit.plugins.grounding;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One way to name a source.
///
/// @param pattern whose first group that takes part is the name
/// @param mayMatch false for a text in which the pattern finds nothing, told faster than by it
/// @param holds what has to be true of the place besides
record Naming(Pattern pattern, Predicate<String> mayMatch, Place holds) {

  /// A place in a text.
  @FunctionalInterface
  interface Place {
    boolean isRight(String text, int from, int to);
  }

  Naming(Pattern pattern, Predicate<String> mayMatch) {
    this(pattern, mayMatch, (_, _, _) -> true);
  }
}
