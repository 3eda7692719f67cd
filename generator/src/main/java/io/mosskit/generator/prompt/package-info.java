/// Seed files enter; [io.mosskit.generator.prompt.Prompt]s leave, and a rejection for every line
/// that is none.
///
/// Start at [io.mosskit.generator.prompt.SeedReader].
@NullMarked
package io.mosskit.generator.prompt;

import org.jspecify.annotations.NullMarked;
