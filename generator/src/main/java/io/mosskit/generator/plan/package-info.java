/// What a run is asked to do: seed files, quotas, how prompts are multiplied, how dialogues are
/// held, how the teacher is called. A recipe enters, a checked plan leaves; beside it stands the
/// one way in which a run can end early.
///
/// Start at [io.mosskit.generator.plan.GenerationPlan].
@NullMarked
package io.mosskit.generator.plan;

import org.jspecify.annotations.NullMarked;
