package io.mosskit.curation.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gives clusters to parts, stratum by stratum in the order of their names: within one in the order
/// of their ranks, each to the part that lacks most. What a stratum leaves over or owing is carried
/// on to the next, so that many small ones add up to the shares.
final class Allotment {

  /// Records that stay together.
  ///
  /// @param first the number of the first of them
  /// @param stratum of the first
  /// @param rank a number drawn from the seed and the id of the first
  record Cluster(int first, int size, String stratum, long rank) {}

  private static final Comparator<Cluster> BY_RANK =
      Comparator.comparingLong(Cluster::rank).thenComparingInt(Cluster::first);

  private final List<Double> shares;
  private final double[] owed = new double[Part.values().length];

  private Allotment(List<Double> shares) {
    this.shares = shares;
  }

  /// The part of each cluster, by its first record.
  static Map<Integer, Part> of(List<Cluster> clusters, List<Double> shares) {
    Map<String, List<Cluster>> strata = new TreeMap<>();
    for (Cluster cluster : clusters) {
      strata.computeIfAbsent(cluster.stratum(), _ -> new ArrayList<>()).add(cluster);
    }
    Allotment allotment = new Allotment(shares);
    Map<Integer, Part> parts = new TreeMap<>();
    strata.forEach((_, stratum) ->
        stratum.stream()
            .sorted(BY_RANK)
            .forEach(cluster -> parts.put(cluster.first(), allotment.next(cluster.size()))));
    return parts;
  }

  private Part next(int size) {
    Part most = Part.TRAIN;
    for (Part part : Part.values()) {
      owed[part.ordinal()] += shares.get(part.ordinal()) * size;
      most = owed[part.ordinal()] > owed[most.ordinal()] ? part : most;
    }
    owed[most.ordinal()] -= size;
    return most;
  }
}
