/// Audits of dialogues enter; counts and tables of them leave, and where that is certain, the
/// dialogue put right.
///
/// Start at [io.mosskit.curation.audit.Repair].
@NullMarked
package io.mosskit.curation.audit;

import org.jspecify.annotations.NullMarked;
