package io.mosskit.curation.duplicate;

/// How many of its rarest shingles have to be looked at to find all texts that are similar to one.
///
/// Two sets of sizes m ≤ n with a Jaccard similarity of at least t share o ≥ t (m + n) / (1 + t)
/// elements. Put the elements of both in one order, whichever: were the first m − o + 1 of the one
/// and the first n − o + 1 of the other disjoint, then fewer than o would be left to share. With m
/// ≥ t n, which such sets fulfil, that is at most m − 2 t m / (1 + t) + 1 elements of the smaller
/// set and n − t n + 1 of the larger. With the rarest elements first few texts have any of them.
///
/// Sources: Chaudhuri, Ganti, Kaushik, ICDE 2006; Bayardo, Ma, Srikant, WWW 2007; Xiao et al., WWW
/// 2008.
///
/// @param threshold above 0 and up to 1
record Prefixes(double threshold) {

  /// Keeps rounding from making a prefix too short; one too long does no harm.
  private static final double MARGIN = 1e-9;

  Prefixes {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
  }

  /// Of a set of this size, when the other is not smaller.
  int asSmaller(int size) {
    return prefix(size, 2 * threshold / (1 + threshold));
  }

  /// Of a set of this size, when the other is not larger.
  int asLarger(int size) {
    return prefix(size, threshold);
  }

  private static int prefix(int size, double share) {
    return size - (int) Math.ceil(share * size - MARGIN) + 1;
  }

  /// Whether sets of these sizes can be similar enough.
  boolean fit(int left, int right) {
    return (double) Math.min(left, right) / Math.max(left, right) >= threshold;
  }
}
