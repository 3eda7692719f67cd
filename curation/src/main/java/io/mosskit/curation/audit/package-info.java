/// Dialogues enter; what each plugin call of theirs really answers, and what each reply states
/// without support, leaves; and where that is certain, the dialogue put right.
///
/// Start at [io.mosskit.curation.audit.Auditor].
@NullMarked
package io.mosskit.curation.audit;

import org.jspecify.annotations.NullMarked;
