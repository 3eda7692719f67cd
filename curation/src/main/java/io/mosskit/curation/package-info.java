/// A corpus enters, and two leave: what is worth training on, deduplicated by role, filtered and
/// tagged; and what is not, each record with the reason and the values that decided it. Together
/// they hold as many records as came in.
///
/// Start at [io.mosskit.curation.Curation#run] for a corpus:
///
/// ```java
/// CurationPlan plan = CurationPlan.standard().withThreshold(0.8);
/// CurationSummary summary =
///     Curation.run(Corpus.of(Path.of("my-data")), plan, Path.of("curated"), Progress.NONE);
/// ```
///
/// or at [io.mosskit.curation.Stages] for what can be said of one record alone.
@NullMarked
package io.mosskit.curation;

import org.jspecify.annotations.NullMarked;
