/// How far a long piece of work has come: stages report
/// [io.mosskit.schema.progress.Progress.Step]s, and whoever watches shows them.
@NullMarked
package io.mosskit.schema.progress;

import org.jspecify.annotations.NullMarked;
