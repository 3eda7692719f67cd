package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary.TurnCount;
import java.util.List;

/// The turns of the kept dialogues among some.
///
/// @param mean 0 where there are no dialogues, as are the least and the most
record TurnSpan(long dialogues, double mean, int least, int most) {

  static TurnSpan of(List<TurnCount> counts) {
    long dialogues = 0;
    long turns = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (TurnCount count : counts) {
      long kept = count.records().after();
      if (kept > 0) {
        dialogues += kept;
        turns += kept * count.turns();
        least = Math.min(least, count.turns());
        most = Math.max(most, count.turns());
      }
    }
    return dialogues == 0
        ? new TurnSpan(0, 0, 0, 0)
        : new TurnSpan(dialogues, (double) turns / dialogues, least, most);
  }
}
