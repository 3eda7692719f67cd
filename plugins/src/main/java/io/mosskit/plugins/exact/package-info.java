/// A number enters; what can be said of it exactly leaves: its elementary functions to fifty digits
/// ([io.mosskit.plugins.exact.Series]), what a step on it may still cost
/// ([io.mosskit.plugins.exact.Budget]), and why a calculation ends without a value
/// ([io.mosskit.plugins.exact.Refusal]). The plugins that compute share it; others need it not.
@NullMarked
package io.mosskit.plugins.exact;

import org.jspecify.annotations.NullMarked;
