/// Dialogues, labelled examples and rules enter, and what is said of each dialogue leaves: its
/// category, language, kind of task, safety topics and difficulty, with who says so and how surely.
///
/// Start at [io.mosskit.curation.tag.Tagger]; at [io.mosskit.curation.tag.TagModel] to train and to
/// measure, at [io.mosskit.curation.tag.PeopleLabels] and [io.mosskit.curation.tag.Agreement] for
/// what people say.
@NullMarked
package io.mosskit.curation.tag;

import org.jspecify.annotations.NullMarked;
