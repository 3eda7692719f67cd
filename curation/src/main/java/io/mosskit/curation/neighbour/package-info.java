/// Texts and dialogues enter, and what they resemble of everything curated before leaves: by the
/// words that they share, or by what they are about.
///
/// Start at [io.mosskit.curation.neighbour.CuratedIndex] for the records of earlier runs, and at
/// [io.mosskit.curation.neighbour.SemanticDuplicates] for likeness by embedding.
@NullMarked
package io.mosskit.curation.neighbour;

import org.jspecify.annotations.NullMarked;
