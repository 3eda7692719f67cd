/// Dialogues that call plugins enter, whole or while they are still held; what does not stand
/// leaves, in three stages: what breaks the format, which calls are answered otherwise when they
/// are made again, and what is stated without support.
///
/// Start at [io.mosskit.plugins.audit.Auditor].
@NullMarked
package io.mosskit.plugins.audit;

import org.jspecify.annotations.NullMarked;
