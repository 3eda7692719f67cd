/// A corpus and a rule enter; the better part of it leaves, and everything else with its reason.
///
/// [Selection#run] goes by any number that stands in a record ([Measure]): bounds, percentiles, a
/// count, a quota for each category, and diversity ([Diversity]). What was decided, and how the
/// numbers were spread before and after, is told by [SelectionSummary].
@NullMarked
package io.mosskit.curation.select;

import org.jspecify.annotations.NullMarked;
