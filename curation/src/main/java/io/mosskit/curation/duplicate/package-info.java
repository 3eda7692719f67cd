/// Texts enter, and for each that duplicates another the one leaves that stays in its place: told
/// by the role that the user chose, exactly or nearly.
///
/// Start at [io.mosskit.curation.duplicate.NearDuplicates]: take the
/// [io.mosskit.curation.duplicate.Shingles] of a text (in any thread), write them with
/// [io.mosskit.curation.duplicate.SketchFileWriter], into one file or one for each chunk, open
/// these as [io.mosskit.curation.duplicate.Sketches], and resolve them at any threshold. Signatures
/// ([io.mosskit.curation.duplicate.Sketcher]) are for an index on disk, where texts are looked up
/// one by one.
@NullMarked
package io.mosskit.curation.duplicate;

import org.jspecify.annotations.NullMarked;
