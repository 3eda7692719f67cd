/// A seed enters; made-up secrets in Chinese and English sentences, forms and code leave, and
/// sentences full of numbers that are no secrets.
///
/// Start at [io.mosskit.benchmarks.secrets.Plants].
@NullMarked
package io.mosskit.benchmarks.secrets;

import org.jspecify.annotations.NullMarked;
