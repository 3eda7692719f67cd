/// Text enters; how many tokens it is for MOSS leaves, counted or estimated.
///
/// Start at [io.mosskit.generator.tokens.TokenBudget].
@NullMarked
package io.mosskit.generator.tokens;

import org.jspecify.annotations.NullMarked;
