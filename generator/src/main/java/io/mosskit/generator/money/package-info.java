/// Prices, a budget and what requests cost enter; leave to send a request leaves, or word that no
/// more can be afforded.
///
/// Start at [io.mosskit.generator.money.Purse].
@NullMarked
package io.mosskit.generator.money;

import org.jspecify.annotations.NullMarked;
