package io.mosskit.curation.tag;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;

/// One thing that is said of a dialogue.
///
/// @param facet what it is about: one of the constants, or a name of a user's own rules
/// @param value what is said: `code`, `zh`, `creative-writing` …
/// @param origin who says it
/// @param confidence from 0 to 1: of a model the calibrated probability, of a rule what its author
///   thinks of it, 1 where a person or the record says it
public record Tag(String facet, String value, LabelOrigin origin, double confidence) {

  /// What the dialogue trains: a [io.mosskit.schema.Category].
  public static final String CATEGORY = Labels.CATEGORY_FACET;

  /// The language of what the user says in all turns together.
  public static final String LANGUAGE = "language";

  /// What kind of task the user sets.
  public static final String TASK = "task";

  /// What a dialogue is about, or only sounds as if it were about, that asks for care.
  public static final String SAFETY = "safety";

  /// How much the user asks for, by a rule of points: a [Difficulty].
  public static final String DIFFICULTY = "difficulty";

  public Tag {
    if (facet.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException(
          "a tag has a facet and a value, not \"" + facet + "\" and \"" + value + "\"");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence is from 0 to 1, not " + confidence);
    }
  }

  /// The tag as it stands in a record, in the array `mosskit.tags`.
  public Json.Obj json() {
    var json =
        Json.object()
            .put(Labels.FACET, facet)
            .put(Labels.NAME, value)
            .put("origin", origin.label());
    return switch (origin) {
      case HUMAN, DECLARED -> json.build();
      case RULE, MODEL -> json.put("confidence", Decimals.rounded(confidence)).build();
    };
  }
}
