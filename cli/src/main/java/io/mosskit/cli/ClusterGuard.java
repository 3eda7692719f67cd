package io.mosskit.cli;

import io.mosskit.curation.duplicate.Sketches;
import io.mosskit.curation.duplicate.SwallowedSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stops `mosskit dedup`, or says what is remarkable, where one cluster takes much of a file.
final class ClusterGuard {

  private static final double REMARKABLE_SHARE = 0.5;

  private ClusterGuard() {}

  /// @param maxShare beyond it the run stops; null where it never does
  static void check(
      Sketches sketches, DedupDecisions decisions, @Nullable Double maxShare, Console console)
      throws CommandFailure {
    Optional<SwallowedSource> largest = SwallowedSource.largest(sketches, decisions.twins());
    if (largest.isEmpty()) {
      return;
    }
    double share = largest.get().share();
    if (maxShare != null && share > maxShare) {
      throw new CommandFailure(
          ExitCode.FOUND,
          found(largest.get(), sketches)
              + "; look at that record: where it is a template, compare another --text or --key or"
              + " raise --threshold; where they are copies indeed, raise --max-cluster-share");
    }
    if (maxShare == null && share >= REMARKABLE_SHARE) {
      console.note(found(largest.get(), sketches) + "; --max-cluster-share stops such a run");
    }
  }

  private static String found(SwallowedSource cluster, Sketches sketches) {
    return String.format(
        Locale.ROOT,
        "one cluster takes %,d of the %,d records of %s (%.1f %%), all in the place of which %s stays",
        cluster.members(),
        cluster.records(),
        sketches.sources().get(cluster.source()),
        100 * cluster.share(),
        DedupOutputs.cell(sketches.id(cluster.head())));
  }
}
