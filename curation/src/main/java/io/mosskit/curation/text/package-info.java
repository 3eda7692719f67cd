/// A text enters, what can be counted in it leaves: its units as hashes, its dialogue's measures,
/// the repetition in it. Nothing here decides anything.
///
/// Start at [io.mosskit.curation.text.Measures#of].
@NullMarked
package io.mosskit.curation.text;

import org.jspecify.annotations.NullMarked;
