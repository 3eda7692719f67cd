/// Dialogues enter one after another, and for each the kept dialogue leaves of which it is a copy,
/// if there is one: told by the role that the user chose, exactly or nearly.
///
/// For a whole batch start at [io.mosskit.curation.duplicate.NearDuplicates]: take the
/// [io.mosskit.curation.duplicate.Shingles] of a text (in any thread), write them with
/// [io.mosskit.curation.duplicate.SketchFileWriter], into one file or one for each chunk, open
/// these as [io.mosskit.curation.duplicate.Sketches], and resolve them at any threshold.
///
/// For records one after another start at [io.mosskit.curation.duplicate.DuplicateIndex]: sketch a
/// text with [io.mosskit.curation.duplicate.Sketcher] (in any thread), ask
/// [io.mosskit.curation.duplicate.DuplicateIndex#twinOf], and keep what has no twin.
@NullMarked
package io.mosskit.curation.duplicate;

import org.jspecify.annotations.NullMarked;
