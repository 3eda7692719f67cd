package io.mosskit.curation.duplicate;

import io.mosskit.curation.text.UnitHashes;
import java.util.Arrays;

/// The shingles of a text: the set of its windows of five consecutive units (words, or characters
/// of scripts that do not divide words), each as a 64-bit hash. A text of fewer units is one
/// shingle, so that short texts are near-duplicates only of their equals; a text without units has
/// none.
///
/// The Jaccard similarity of two such sets is called exact here, although it is computed on hashes:
/// for it to be wrong, two different shingles of the two texts must share a hash. With 1,000
/// shingles on either side that happens in one pair of 2⁴⁴, far more rarely than memory errs;
/// MinHash, by contrast, estimates the same number with a standard error of several hundredths.
public final class Shingles {

  /// Units in a shingle.
  public static final int WIDTH = 5;

  /// Changes whenever the same text would get other hashes; what is stored is of no use then.
  public static final int VERSION = 2;

  /// Those of a text without units.
  public static final Shingles NONE = new Shingles(0, new long[0]);

  private final long fingerprint;
  private final long[] hashes;

  Shingles(long fingerprint, long[] hashes) {
    this.fingerprint = fingerprint;
    this.hashes = hashes;
  }

  /// Shingles as they were kept somewhere: what [#fingerprint] and [#hashes] said.
  public static Shingles of(long fingerprint, long[] hashes) {
    return new Shingles(fingerprint, hashes);
  }

  /// The shingles of a text of these units.
  public static Shingles of(UnitHashes units) {
    long[] windows = units.windows(WIDTH);
    Arrays.sort(windows);
    int distinct = 0;
    for (int i = 0; i < windows.length; i++) {
      if (i == 0 || windows[i] != windows[i - 1]) {
        windows[distinct++] = windows[i];
      }
    }
    long[] set = distinct == windows.length ? windows : Arrays.copyOf(windows, distinct);
    return new Shingles(units.fingerprint(), set);
  }

  /// How many different shingles the text has.
  public int size() {
    return hashes.length;
  }

  public boolean isEmpty() {
    return hashes.length == 0;
  }

  /// The hashes in ascending order; not to be changed.
  public long[] hashes() {
    return hashes;
  }

  /// A hash of the sequence of units; equal for texts that differ in case, width, blanks and
  /// punctuation only.
  public long fingerprint() {
    return fingerprint;
  }

  /// Whether the two texts have the same units in the same order.
  public boolean sameText(Shingles other) {
    return fingerprint == other.fingerprint && Arrays.equals(hashes, other.hashes);
  }

  /// The shingles that both have, divided by the shingles that either has; 0 where both are empty.
  public double jaccard(Shingles other) {
    return jaccard(hashes, hashes.length, other.hashes, other.hashes.length);
  }

  /// The same of the first so many hashes of two arrays, ascending and all different.
  static double jaccard(long[] a, int sizeA, long[] b, int sizeB) {
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < sizeA && j < sizeB) {
      long left = a[i];
      long right = b[j];
      // without branches on the data: which side is smaller is a coin toss that no CPU predicts
      shared += left == right ? 1 : 0;
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    int either = sizeA + sizeB - shared;
    return either == 0 ? 0 : (double) shared / either;
  }
}
