/// Dialogues enter one after another, and for each the kept dialogue leaves of which it is a copy,
/// if there is one: told by the role that the user chose, exactly or nearly.
///
/// Start at [io.mosskit.curation.duplicate.DuplicateIndex]: sketch a text with
/// [io.mosskit.curation.duplicate.Sketcher] (in any thread), ask
/// [io.mosskit.curation.duplicate.DuplicateIndex#twinOf], and keep what has no twin.
@NullMarked
package io.mosskit.curation.duplicate;

import org.jspecify.annotations.NullMarked;
