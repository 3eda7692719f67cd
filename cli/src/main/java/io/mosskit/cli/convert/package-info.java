/// Dialogues enter one by one; files in the form that was asked for leave, whole or not at all.
///
/// Start at [io.mosskit.cli.convert.Target].
@NullMarked
package io.mosskit.cli.convert;

import org.jspecify.annotations.NullMarked;
