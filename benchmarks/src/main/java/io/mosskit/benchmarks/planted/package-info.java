/// Phrasings and a seed enter; dialogues whose every statement is true leave, the same with one
/// error planted in each, and how many of both an auditor finds fault with.
///
/// Start at [io.mosskit.benchmarks.planted.Trial].
@NullMarked
package io.mosskit.benchmarks.planted;

import org.jspecify.annotations.NullMarked;
