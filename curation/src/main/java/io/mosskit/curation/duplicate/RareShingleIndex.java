package io.mosskit.curation.duplicate;

import java.util.Arrays;
import java.util.Optional;

/// Finds, for a text, the most similar of all kept texts from a threshold on, without a miss: kept
/// texts lie under their rarest shingles, and a text meets those with whom it shares one of its own
/// rarest ([Prefixes] says how many it takes). Shingles that no other text has need not be looked
/// up. Not thread-safe.
final class RareShingleIndex {
  private static final int LEAST_BITS = 10;
  private static final int MOST_BITS = 24;

  /// A rank is the frequency in the upper 16 bits and the upper bits of the hash in the lower 48.
  private static final int NAME_BITS = 48;

  private final Sketches sketches;
  private final double threshold;
  private final Prefixes prefixes;

  /// How many texts have a shingle, by the upper bits of its hash. Two that fall together are both
  /// taken for more frequent than they are: that is an order too.
  private final short[] frequencies;

  private final int shift;

  /// Kept texts under those of their rarest shingles that larger texts must share one of.
  private final Buckets asSmaller = new Buckets();

  /// Kept texts under the further ones that smaller texts must share one of.
  private final Buckets asLarger = new Buckets();

  private int[] kept = new int[16];
  private int[] keptSizes = new int[16];
  private int keptCount;

  /// For each kept text the last question that met it, so that it is compared once.
  private int[] lastMet = new int[16];

  private int questions;

  private long[] hashes = new long[64];
  private long[] otherHashes = new long[64];
  private int size;

  /// The ranks of those shingles of the text in question that others have too, rarest first.
  private long[] ranks = new long[64];

  private int rankCount;

  private int best;
  private double bestScore;

  /// @param shingles about how many the texts have together that will be counted
  RareShingleIndex(Sketches sketches, double threshold, long shingles) {
    this.sketches = sketches;
    this.threshold = threshold;
    this.prefixes = new Prefixes(threshold);
    int bits = LEAST_BITS;
    while (bits < MOST_BITS && (1L << bits) < shingles) {
      bits++;
    }
    this.frequencies = new short[1 << bits];
    this.shift = Long.SIZE - bits;
  }

  /// Counts the shingles of a text, before the first question.
  void count(int record) {
    hashes = sketches.hashes(record, hashes);
    int count = sketches.shingles(record);
    for (int i = 0; i < count; i++) {
      int at = (int) (hashes[i] >>> shift);
      frequencies[at] += (short) (frequencies[at] < Short.MAX_VALUE ? 1 : 0);
    }
  }

  /// The most similar kept text from the threshold on, of several the one that was kept first.
  Optional<Twin> twinOf(int record) {
    load(record);
    questions++;
    best = -1;
    bestScore = threshold;
    int unshared = size - rankCount;
    int smaller = prefixes.asSmaller(size) - unshared;
    int larger = Math.min(prefixes.asLarger(size) - unshared, rankCount);
    for (int i = 0; i < larger; i++) {
      meet(asSmaller, ranks[i]);
      if (i < smaller) {
        meet(asLarger, ranks[i]);
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Twin(kept[best], bestScore, false));
  }

  private void meet(Buckets buckets, long rank) {
    for (int list = buckets.find(key(rank)); list != Buckets.NIL; list = buckets.rest(list)) {
      int other = buckets.record(list);
      if (lastMet[other] != questions) {
        lastMet[other] = questions;
        if (prefixes.fit(size, keptSizes[other])) {
          compare(other);
        }
      }
    }
  }

  private void compare(int other) {
    otherHashes = sketches.hashes(kept[other], otherHashes);
    double score = Shingles.jaccard(hashes, size, otherHashes, keptSizes[other]);
    if (score > bestScore || (score == bestScore && (best < 0 || other < best))) {
      best = other;
      bestScore = score;
    }
  }

  /// Adds the text that was asked about last to the kept ones.
  void keep(int record) {
    if (keptCount == kept.length) {
      kept = Arrays.copyOf(kept, 2 * keptCount);
      keptSizes = Arrays.copyOf(keptSizes, 2 * keptCount);
      lastMet = Arrays.copyOf(lastMet, 2 * keptCount);
    }
    kept[keptCount] = record;
    keptSizes[keptCount] = size;
    int unshared = size - rankCount;
    int smaller = prefixes.asSmaller(size) - unshared;
    int larger = Math.min(prefixes.asLarger(size) - unshared, rankCount);
    for (int i = 0; i < larger; i++) {
      (i < smaller ? asSmaller : asLarger).add(key(ranks[i]), keptCount);
    }
    keptCount++;
  }

  /// Reads a text and ranks its shingles by rarity.
  private void load(int record) {
    size = sketches.shingles(record);
    hashes = sketches.hashes(record, hashes);
    ranks = ranks.length >= size ? ranks : new long[hashes.length];
    rankCount = 0;
    for (int i = 0; i < size; i++) {
      long frequency = frequencies[(int) (hashes[i] >>> shift)];
      ranks[rankCount] = frequency << NAME_BITS | hashes[i] >>> (Long.SIZE - NAME_BITS);
      rankCount += frequency > 1 ? 1 : 0;
    }
    Arrays.sort(ranks, 0, rankCount);
  }

  private static int key(long rank) {
    return (int) rank;
  }
}
