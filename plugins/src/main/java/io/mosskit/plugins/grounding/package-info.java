/// A reply and what it may rest on enter: the user's words, the plugins' results. What the reply
/// states without support leaves: numbers, citations, quotations, sources.
///
/// Start at [io.mosskit.plugins.grounding.Grounding].
@NullMarked
package io.mosskit.plugins.grounding;

import org.jspecify.annotations.NullMarked;
