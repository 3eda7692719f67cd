package io.mosskit.cli;

import io.mosskit.schema.json.Json;
import java.nio.file.Path;
import java.util.Locale;

/// What `mosskit dedup` says at its end.
///
/// @param exact how many have the same text as the one that stays
/// @param unreadable how many have no text
/// @param rejects where those are
record DedupResult(
    DedupDecisions decisions, long exact, long unreadable, double threshold, Path rejects) {

  private int dropped() {
    return decisions.size() - decisions.kept();
  }

  Json.Obj json() {
    return Json.object()
        .put("records", decisions.size() + unreadable)
        .put("kept", decisions.kept())
        .put("dropped", dropped())
        .put("exact", exact)
        .put(decisions.kind(), dropped() - exact)
        .put("rejected", unreadable)
        .put("threshold", threshold)
        .build();
  }

  String line() {
    String without =
        unreadable == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d without a text: %s", unreadable, rejects);
    return String.format(
        Locale.ROOT,
        "%,d records: %,d kept, %,d dropped at %s (%,d with the same text, %,d %s)%s",
        decisions.size() + unreadable,
        decisions.kept(),
        dropped(),
        threshold,
        exact,
        dropped() - exact,
        decisions.kind(),
        without);
  }
}
