package io.mosskit.curation;

import io.mosskit.curation.tag.CategoryTag;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Origin;
import java.util.List;
import java.util.Optional;

/// A dialogue with what was found of it alone, before it is held against others.
///
/// @param id names it in the toolkit
/// @param conversation as it goes on: as it was read, or scrubbed
/// @param category empty where it stays untagged
/// @param marks what else is counted of it
record Studied(
    String id,
    Conversation conversation,
    Origin origin,
    Measures measures,
    Optional<CategoryTag> category,
    List<Mark> marks) {

  Studied {
    marks = List.copyOf(marks);
  }
}
