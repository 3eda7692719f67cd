/// A finished dialogue enters; five scores with their reasons leave, given by a model that was
/// asked by name, or why there are none.
///
/// Start at [io.mosskit.generator.judge.Judge].
@NullMarked
package io.mosskit.generator.judge;

import org.jspecify.annotations.NullMarked;
