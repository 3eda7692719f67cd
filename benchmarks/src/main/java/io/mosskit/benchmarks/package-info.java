/// Programs that measure, with the command that repeats each figure; results lie in
/// `benchmarks/results/`.
@NullMarked
package io.mosskit.benchmarks;

import org.jspecify.annotations.NullMarked;
