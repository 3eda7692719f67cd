/// Requests, answers and finished dialogues enter; once a call returns they are on disk, and a run
/// that was killed finds them again.
///
/// Start at [io.mosskit.generator.store.RunStore]; to look into a run without working on it, at
/// [io.mosskit.generator.store.RunView].
@NullMarked
package io.mosskit.generator.store;

import org.jspecify.annotations.NullMarked;
