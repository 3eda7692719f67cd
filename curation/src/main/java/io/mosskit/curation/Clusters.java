package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Duplicates;
import io.mosskit.curation.CurationSummary.Member;
import io.mosskit.curation.CurationSummary.SizeCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The kept records that others duplicate, with those.
final class Clusters {
  /// So many of the largest are described.
  static final int LARGEST = 20;

  private static final int MEMBERS = 20;

  private static final class Growing {
    private final String kept;
    private final List<Member> dropped = new ArrayList<>(1);
    private int size = 1;

    Growing(String kept) {
      this.kept = kept;
    }
  }

  private final Map<String, Growing> byKept = new LinkedHashMap<>();
  private final Map<String, String> excerpts = new HashMap<>();
  private long exact;
  private long near;

  void add(String dropped, Decisions.Dropped why) {
    exact += why.likeness() == Likeness.SIMILAR ? 0 : 1;
    near += why.likeness() == Likeness.SIMILAR ? 1 : 0;
    Growing cluster = byKept.computeIfAbsent(why.kept(), Growing::new);
    cluster.size++;
    if (cluster.dropped.size() < MEMBERS) {
      cluster.dropped.add(new Member(dropped, why.score()));
    }
  }

  /// Takes the first words of a kept record that many others duplicate.
  void say(String kept, String excerpt) {
    excerpts.put(kept, excerpt);
  }

  Duplicates duplicates() {
    Map<Integer, Long> sizes = new TreeMap<>();
    byKept.values().forEach(cluster -> sizes.merge(cluster.size, 1L, Long::sum));
    List<SizeCount> counts = new ArrayList<>();
    sizes.forEach((size, clusters) -> counts.add(new SizeCount(size, clusters)));
    List<Cluster> largest =
        byKept.values().stream()
            .sorted(Comparator.comparingInt((Growing cluster) -> cluster.size).reversed())
            .limit(LARGEST)
            .map(cluster ->
                new Cluster(
                    cluster.kept,
                    excerpts.getOrDefault(cluster.kept, ""),
                    cluster.size,
                    cluster.dropped))
            .toList();
    return new Duplicates(exact, near, counts, largest);
  }
}
