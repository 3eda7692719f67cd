/// Requests, answers and finished dialogues enter; once a call returns they are on disk, and a run
/// that was killed finds them again.
///
/// Start at [io.mosskit.generator.store.RunStore].
@NullMarked
package io.mosskit.generator.store;

import org.jspecify.annotations.NullMarked;
