package io.mosskit.curation.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Groups texts so that no two of different groups are as similar as a threshold: all pairs at or
/// above it are found, without MinHash and without a miss, and joined, chains included. Made for
/// texts of which few are similar, such as those that a deduplication has kept.
///
/// Two sets with a Jaccard similarity of t share one of their n − ⌈t·n⌉ + 1 first elements, in
/// whatever order both are put; put with the rarest first, few sets share one. Memory for a text of
/// n shingles: 8 n bytes for them and 8 for each of those first ones. Not thread-safe.
///
/// Source: Bayardo, Ma, Srikant, *Scaling Up All Pairs Similarity Search*, WWW 2007.
public final class TwinClusters {
  private static final int COUNTERS = 1 << 22;

  /// Against the last bit of t·n, which must not make a prefix shorter.
  private static final double ROUNDING = 1e-9;

  private final double threshold;
  private final List<Shingles> texts = new ArrayList<>();

  /// No texts yet.
  ///
  /// @param threshold the least Jaccard similarity of texts that belong together, above 0 and up to
  ///   1
  public TwinClusters(double threshold) {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
    this.threshold = threshold;
  }

  /// Adds a text; texts are numbered from 0 in the order of the calls.
  public void add(Shingles shingles) {
    texts.add(shingles);
  }

  /// For each text the number of the first text of its group.
  public int[] groups() {
    int[] parents = new int[texts.size()];
    Arrays.setAll(parents, i -> i);
    long[] entries = entries();
    int from = 0;
    for (int to = 1; to <= entries.length; to++) {
      if (to == entries.length || (entries[to] ^ entries[from]) >>> 32 != 0) {
        join(entries, from, to, parents);
        from = to;
      }
    }
    for (int i = 0; i < parents.length; i++) {
      parents[i] = root(parents, i);
    }
    return parents;
  }

  /// A hash of each first element in the upper half, its text in the lower; sorted.
  private long[] entries() {
    int[] counts = counts();
    long[] entries = new long[1024];
    int size = 0;
    for (int text = 0; text < texts.size(); text++) {
      long[] order = rarestFirst(texts.get(text).hashes(), counts);
      int prefix = order.length - (int) Math.ceil(threshold * order.length - ROUNDING) + 1;
      for (int i = 0; i < Math.min(prefix, order.length); i++) {
        if (size == entries.length) {
          entries = Arrays.copyOf(entries, size + (size >> 1));
        }
        long hash = order[i] * 0x9E3779B97F4A7C15L;
        entries[size++] = (hash & 0xFFFFFFFF00000000L) | text;
      }
    }
    long[] all = Arrays.copyOf(entries, size);
    Arrays.parallelSort(all);
    return all;
  }

  /// How often the shingles occur; where two have the same counter, both seem more frequent than
  /// they are, which changes their order in all texts alike.
  private int[] counts() {
    int[] counts = new int[COUNTERS];
    for (Shingles text : texts) {
      for (long hash : text.hashes()) {
        counts[counter(hash)]++;
      }
    }
    return counts;
  }

  private static int counter(long hash) {
    return (int) (hash >>> 32) & (COUNTERS - 1);
  }

  private static long[] rarestFirst(long[] hashes, int[] counts) {
    long[] order = new long[hashes.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) counts[counter(hashes[i])] << 32 | (hashes[i] & 0xFFFFFFFFL);
    }
    Arrays.sort(order);
    return order;
  }

  private void join(long[] entries, int from, int to, int[] parents) {
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        int left = root(parents, (int) entries[i]);
        int right = root(parents, (int) entries[j]);
        if (left != right && areTwins((int) entries[i], (int) entries[j])) {
          parents[Math.max(left, right)] = Math.min(left, right);
        }
      }
    }
  }

  private boolean areTwins(int left, int right) {
    Shingles a = texts.get(left);
    Shingles b = texts.get(right);
    double smaller = Math.min(a.size(), b.size());
    return smaller / Math.max(a.size(), b.size()) >= threshold && a.jaccard(b) >= threshold;
  }

  private static int root(int[] parents, int text) {
    int root = text;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }
}
