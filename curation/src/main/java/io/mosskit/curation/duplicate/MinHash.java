package io.mosskit.curation.duplicate;

import io.mosskit.curation.text.UnitHashes;
import java.util.Arrays;

/// MinHash signatures (Broder 1997): two sets agree in a lane with a probability equal to their
/// Jaccard similarity.
///
/// Each lane has its own permutation, x ↦ a·x + b over 32-bit integers with odd a, and takes the
/// least value of the set under it. One-permutation hashing would touch each shingle once and then
/// fill its empty lanes by borrowing (Shrivastava 2017), but a dialogue's user turns have fewer
/// shingles than a signature has lanes: most lanes would be borrowed, and depend on one another.
/// Here all lanes of a shingle are a few vector instructions, cheaper than the borrowing and than
/// reading the text, and every lane is a hash of its own.
final class MinHash {

  /// Changes whenever the same set would get another signature.
  static final int VERSION = 1;

  private final int[] factors;
  private final int[] offsets;

  MinHash(int lanes) {
    factors = new int[lanes];
    offsets = new int[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      long random = UnitHashes.mix((lane + 1) * 0x9E3779B97F4A7C15L);
      factors[lane] = (int) random | 1;
      offsets[lane] = (int) (random >>> 32);
    }
  }

  /// The signature of a set of well-mixed 64-bit hashes, of which the upper halves are read.
  int[] signature(long[] hashes) {
    int[] least = new int[factors.length];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (long hash : hashes) {
      lower(least, (int) (hash >>> 32), factors, offsets);
    }
    return least;
  }

  /// A plain loop over flat arrays, which the compiler turns into vector instructions.
  private static void lower(int[] least, int x, int[] factors, int[] offsets) {
    for (int lane = 0; lane < least.length; lane++) {
      least[lane] = Math.min(least[lane], factors[lane] * x + offsets[lane]);
    }
  }
}
