/// Seed prompts enter; a run folder with new prompts, multi-turn dialogues and every rejection
/// leaves. Each answer of the teacher is kept before it is used, so a run that was stopped anywhere
/// goes on where it was and pays for nothing twice.
///
/// Start at [io.mosskit.generator.Generator].
@NullMarked
package io.mosskit.generator;

import org.jspecify.annotations.NullMarked;
