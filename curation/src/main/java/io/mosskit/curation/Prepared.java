package io.mosskit.curation;

import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.curation.filter.Breach;
import io.mosskit.curation.tag.CategoryTag;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import java.util.Optional;

/// An entry with all that can be said of it without knowing the others.
sealed interface Prepared {

  /// An entry that could not be read.
  record Unreadable(Rejection rejection) implements Prepared {}

  /// A dialogue.
  ///
  /// @param id names it in the toolkit
  /// @param conversation as it was read
  /// @param category empty where it stays untagged
  /// @param breach the first filter that it does not pass
  /// @param sketch what is compared of it
  record Dialogue(
      String id,
      Conversation conversation,
      Origin origin,
      Measures measures,
      Optional<CategoryTag> category,
      Optional<Breach> breach,
      Sketch sketch)
      implements Prepared {}
}
