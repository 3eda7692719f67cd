/// Items with known answers and a model enter; how often it is right leaves, with an interval, and
/// whether another model is better on the same items.
///
/// Start at [io.mosskit.inference.eval.Evaluation].
@NullMarked
package io.mosskit.inference.eval;

import org.jspecify.annotations.NullMarked;
