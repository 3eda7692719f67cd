/// A dialogue and its measures enter; the first reason why it should not be trained on leaves, with
/// the value that decided it.
///
/// Start at [io.mosskit.curation.filter.Filter].
@NullMarked
package io.mosskit.curation.filter;

import org.jspecify.annotations.NullMarked;
