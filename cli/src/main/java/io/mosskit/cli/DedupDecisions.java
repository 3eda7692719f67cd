package io.mosskit.cli;

import io.mosskit.curation.duplicate.NearDuplicates;
import io.mosskit.curation.duplicate.Twin;
import io.mosskit.curation.neighbour.SemanticVerdicts;
import java.util.Optional;
import java.util.function.IntFunction;

/// What `mosskit dedup` has decided, by whichever measure.
///
/// @param kind what a duplicate is that has not the same text: `near` or `semantic`
/// @param size how many records there are
/// @param kept how many stay
/// @param twins for a record's number the one that stays in its place, empty if this one stays
record DedupDecisions(String kind, int size, int kept, IntFunction<Optional<Twin>> twins) {

  static DedupDecisions of(NearDuplicates decisions) {
    return new DedupDecisions("near", decisions.size(), decisions.kept(), decisions::twinOf);
  }

  static DedupDecisions of(SemanticVerdicts verdicts) {
    return new DedupDecisions(
        "semantic",
        verdicts.size(),
        verdicts.size() - verdicts.dropped(),
        record ->
            verdicts.isKept(record)
                ? Optional.empty()
                : Optional.of(new Twin(verdicts.twin(record), verdicts.score(record), false)));
  }

  Optional<Twin> twinOf(int record) {
    return twins.apply(record);
  }
}
