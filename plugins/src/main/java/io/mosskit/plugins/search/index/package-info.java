/// Documents enter once and become an index in a folder; queries enter after that, and the passages
/// that answer them leave.
///
/// Start at [io.mosskit.plugins.search.index.IndexBuilder] and
/// [io.mosskit.plugins.search.index.DocumentIndex].
@NullMarked
package io.mosskit.plugins.search.index;

import org.jspecify.annotations.NullMarked;
