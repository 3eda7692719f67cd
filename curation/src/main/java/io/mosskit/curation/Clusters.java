package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Duplicates;
import io.mosskit.curation.CurationSummary.Member;
import io.mosskit.curation.CurationSummary.SizeCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The kept records that others duplicate, with those.
final class Clusters {
  private static final int LARGEST = 20;
  private static final int MEMBERS = 20;

  private static final class Growing {
    private final String kept;
    private final List<Member> dropped = new ArrayList<>(1);
    private int size = 1;

    Growing(String kept) {
      this.kept = kept;
    }
  }

  private final Map<Integer, Growing> byRecord = new TreeMap<>();
  private long exact;
  private long near;

  void add(Ruling.Link link) {
    exact += link.sameText() ? 1 : 0;
    near += link.sameText() ? 0 : 1;
    Growing cluster = byRecord.computeIfAbsent(link.record(), _ -> new Growing(link.kept()));
    cluster.size++;
    if (cluster.dropped.size() < MEMBERS) {
      cluster.dropped.add(new Member(link.dropped(), link.score()));
    }
  }

  Duplicates duplicates() {
    Map<Integer, Long> sizes = new TreeMap<>();
    byRecord.values().forEach(cluster -> sizes.merge(cluster.size, 1L, Long::sum));
    List<SizeCount> counts = new ArrayList<>();
    sizes.forEach((size, clusters) -> counts.add(new SizeCount(size, clusters)));
    List<Cluster> largest =
        byRecord.values().stream()
            .sorted(Comparator.comparingInt((Growing cluster) -> cluster.size).reversed())
            .limit(LARGEST)
            .map(cluster -> new Cluster(cluster.kept, cluster.size, cluster.dropped))
            .toList();
    return new Duplicates(exact, near, counts, largest);
  }
}
