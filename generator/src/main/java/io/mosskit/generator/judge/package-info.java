/// A finished dialogue enters; five scores with their reasons leave, given by a model that was
/// asked by name, or why there are none.
///
/// Start at [io.mosskit.generator.judge.Judge]; for replies to one context, which leave in order of
/// preference, at [io.mosskit.generator.judge.PairJudge] and
/// [io.mosskit.generator.judge.Preference].
@NullMarked
package io.mosskit.generator.judge;

import org.jspecify.annotations.NullMarked;
