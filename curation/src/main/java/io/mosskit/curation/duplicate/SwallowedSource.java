package io.mosskit.curation.duplicate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// A cluster that takes up much of one source: a template, a boilerplate text, or a key by which
/// different records look the same. Worth a look before thousands are dropped for one.
///
/// @param head the record that stays
/// @param source the index of the source in [Sketches#sources]
/// @param members how many records of that source are in the cluster, the head included if it is
/// @param records how many records the source has
public record SwallowedSource(int head, int source, int members, int records) {

  /// Smaller clusters swallow nothing, whatever their share.
  private static final int LEAST_MEMBERS = 100;

  /// The share of the source's records that are in the cluster.
  public double share() {
    return (double) members / records;
  }

  /// The cluster of at least 100 records with the largest share of a source, of several the first.
  public static Optional<SwallowedSource> largest(Sketches sketches, NearDuplicates decisions) {
    return largest(sketches, decisions::twinOf);
  }

  /// The same of decisions that somebody else made.
  ///
  /// @param twins for a record's number the one that stays in its place
  public static Optional<SwallowedSource> largest(
      Sketches sketches, IntFunction<Optional<Twin>> twins) {
    int[] records = new int[sketches.sources().size()];
    Map<Long, Integer> members = new HashMap<>();
    for (int record = 0; record < sketches.size(); record++) {
      int source = sketches.source(record);
      records[source]++;
      twins
          .apply(record)
          .ifPresent(twin -> members.merge(key(twin.record(), source), 1, Integer::sum));
    }
    return members.entrySet().stream()
        .map(cluster -> {
          int head = (int) (cluster.getKey() >>> Integer.SIZE);
          int source = (int) (long) cluster.getKey();
          int own = sketches.source(head) == source ? 1 : 0;
          return new SwallowedSource(head, source, cluster.getValue() + own, records[source]);
        })
        .filter(cluster -> cluster.members >= LEAST_MEMBERS)
        .min(
            Comparator.comparingDouble((SwallowedSource cluster) -> -cluster.share())
                .thenComparingInt(SwallowedSource::head)
                .thenComparingInt(SwallowedSource::source));
  }

  private static long key(int head, int source) {
    return (long) head << Integer.SIZE | source;
  }
}
