/// Prompts enter one by one; whether each is new among those before it leaves, with the nearest one
/// and its score.
///
/// Start at [io.mosskit.generator.novelty.NoveltyGate].
@NullMarked
package io.mosskit.generator.novelty;

import org.jspecify.annotations.NullMarked;
