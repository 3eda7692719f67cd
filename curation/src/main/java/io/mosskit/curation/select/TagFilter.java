package io.mosskit.curation.select;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which records are chosen from: of each facet that is named, one of the values must be said of
/// them.
///
/// @param values by facet; none where all records are wanted
public record TagFilter(SortedMap<String, SequencedSet<String>> values) {

  /// Wants all.
  public static final TagFilter NONE = new TagFilter(new TreeMap<>());

  public TagFilter {
    TreeMap<String, SequencedSet<String>> copy = new TreeMap<>();
    values.forEach((facet, of) ->
        copy.put(facet, Collections.unmodifiableSequencedSet(new LinkedHashSet<>(of))));
    values = Collections.unmodifiableSortedMap(copy);
  }

  /// The filter that tags name.
  ///
  /// @param tags each a facet and a value: `category/writing`, `language/zh`; a value may hold
  ///   further slashes
  /// @throws IllegalArgumentException where one is something else
  public static TagFilter of(List<String> tags) {
    TreeMap<String, SequencedSet<String>> values = new TreeMap<>();
    for (String tag : tags) {
      int slash = tag.indexOf('/');
      String facet = tag.substring(0, Math.max(slash, 0)).strip();
      String value = tag.substring(slash + 1).strip();
      if (facet.isEmpty() || value.isEmpty()) {
        throw new IllegalArgumentException(
            "a tag is a facet and a value, as category/writing or language/zh, not \""
                + tag
                + "\"");
      }
      values.computeIfAbsent(facet, _ -> new LinkedHashSet<>()).add(value);
    }
    return new TagFilter(values);
  }
}
