/// A dialogue enters; the same dialogue leaves with private data and secrets replaced by stable
/// placeholders, together with what was found and where, and never with what it was.
///
/// Start at [io.mosskit.curation.privacy.Scrubber].
@NullMarked
package io.mosskit.curation.privacy;

import org.jspecify.annotations.NullMarked;
