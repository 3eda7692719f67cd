/// Questions to the teacher enter; answers leave, each paid for once: journalled before use, asked
/// again where a failure may pass, waiting where the teacher wants to be left alone.
///
/// Start at [io.mosskit.generator.asking.Asker].
@NullMarked
package io.mosskit.generator.asking;

import org.jspecify.annotations.NullMarked;
