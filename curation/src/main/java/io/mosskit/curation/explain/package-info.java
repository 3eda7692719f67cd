/// A curated folder and the id of a record enter; why that record was kept or dropped, what it
/// shares with its twin, and what other thresholds would have done leaves.
///
/// Start at [io.mosskit.curation.explain.Explainer#explain].
@NullMarked
package io.mosskit.curation.explain;

import org.jspecify.annotations.NullMarked;
