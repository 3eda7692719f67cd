package io.mosskit.curation;

import io.mosskit.curation.filter.Breach;
import io.mosskit.curation.tag.Languages.TurnLanguages;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Origin;
import java.util.List;
import java.util.Optional;

/// A dialogue with what was found of it alone, before it is held against others.
///
/// @param id names it in the toolkit
/// @param conversation as it goes on: as it was read, or scrubbed
/// @param tags in their order
/// @param flags breaches of rules that are only noted
/// @param languages of each turn
/// @param marks what else is counted of it
record Studied(
    String id,
    Conversation conversation,
    Origin origin,
    Measures measures,
    List<Tag> tags,
    List<Breach> flags,
    List<TurnLanguages> languages,
    List<Mark> marks) {

  Studied {
    tags = List.copyOf(tags);
    flags = List.copyOf(flags);
    languages = List.copyOf(languages);
    marks = List.copyOf(marks);
  }

  /// What is said of its category, empty where nobody says anything.
  Optional<Tag> category() {
    return tags.stream().filter(tag -> tag.facet().equals(Tag.CATEGORY)).findFirst();
  }
}
