package io.mosskit.curation.select;

import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.labels.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is said of a record, facet by facet. Its category is the one label to show for it, see
/// [Labels#best]; where there is none, the text that it was published with.
///
/// @param values of each facet, in the order of the tags
record Facets(SortedMap<String, SequencedSet<String>> values) {

  private static final String NO_CATEGORY = "none";

  static Facets of(Conversation dialogue) {
    SortedMap<String, SequencedSet<String>> values = new TreeMap<>();
    for (Tag tag : Tags.of(dialogue)) {
      values.computeIfAbsent(tag.facet(), _ -> new LinkedHashSet<>()).add(tag.value());
    }
    Labels.categoryOf(dialogue)
        .or(() -> Optional.ofNullable(dialogue.categoryText()))
        .ifPresent(one -> values.put(Tag.CATEGORY, new LinkedHashSet<>(List.of(one))));
    return new Facets(Collections.unmodifiableSortedMap(values));
  }

  /// Its category, `none` where nothing says.
  String category() {
    SequencedSet<String> categories = values.get(Tag.CATEGORY);
    return categories == null ? NO_CATEGORY : categories.getFirst();
  }

  /// What of a filter it does not meet, `task/coding` where no tag says so; empty where it meets
  /// all.
  List<String> lacking(TagFilter filter) {
    List<String> lacking = new ArrayList<>();
    for (Map.Entry<String, SequencedSet<String>> facet : filter.values().entrySet()) {
      SequencedSet<String> said = values.getOrDefault(facet.getKey(), new LinkedHashSet<>());
      if (Collections.disjoint(said, facet.getValue())) {
        facet.getValue().forEach(value -> lacking.add(facet.getKey() + "/" + value));
      }
    }
    return lacking;
  }
}
