package io.mosskit.curation.duplicate;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Counts, for each text, how many of its shingles another text has too, with an error on one side:
/// a shared shingle is always counted, and about one in four of the others may be. That is enough
/// to tell that a text is similar to none, which most texts are.
///
/// Shingles are noted in cells of two bits, seen and seen again, to which their hashes lead. That
/// is an access to memory out of all order for each, so the hashes are gone through in slices, from
/// the lowest to the highest, the cells of which fit in a processor's cache. Measured with 50
/// million shingles on a processor with 32 MiB of cache, in nanoseconds a shingle:
///
/// | cells | 1–8 MiB | 16 MiB | 32 MiB |
/// |---|---|---|---|
/// | to note | 4 | 14 | 24 |
/// | to ask | 2 | 10 | 18 |
final class SharedShingles {
  private static final int SHINGLES_A_SLICE = 1 << 24;

  /// With more, a text would have too few hashes in each to be worth the visit.
  private static final int MOST_SLICES = 8;

  private static final int LEAST_CELL_BITS = 10;

  /// Cells of at most 1 GiB; with more than 16 billion shingles the error grows instead.
  private static final int MOST_CELL_BITS = 32;

  private final Sketches sketches;
  private final byte[] cells;
  private final int cellBits;
  private final int slices;

  /// For each text how many hashes lie in the slices before this one.
  private final int[] begin;

  private final int[] shared;
  private final long[] hashes;

  private SharedShingles(Sketches sketches) {
    this.sketches = sketches;
    this.slices = Math.clamp(sketches.hashes() / SHINGLES_A_SLICE + 1, 1, MOST_SLICES);
    int bits = LEAST_CELL_BITS;
    while (bits < MOST_CELL_BITS && 1L << bits < 2 * (sketches.hashes() / slices)) {
      bits++;
    }
    this.cellBits = bits;
    this.cells = new byte[1 << (bits - 2)];
    this.begin = new int[sketches.size()];
    this.shared = new int[sketches.size()];
    this.hashes = new long[sketches.mostShingles()];
  }

  /// For each record how many of its shingles may be shared.
  ///
  /// @param seen told the number of a record when it has been gone through for the last time
  static int[] counts(Sketches sketches, IntConsumer seen) {
    SharedShingles counter = new SharedShingles(sketches);
    for (int slice = 0; slice < counter.slices; slice++) {
      boolean last = slice + 1 == counter.slices;
      counter.count(counter.end(slice), last ? seen : _ -> {});
    }
    return counter.shared;
  }

  /// The highest hash of a slice.
  private long end(int slice) {
    long width = Long.divideUnsigned(-1, slices);
    return slice + 1 == slices ? Long.MAX_VALUE : Long.MIN_VALUE + (slice + 1) * width;
  }

  private void count(long end, IntConsumer seen) {
    Arrays.fill(cells, (byte) 0);
    for (int record = 0; record < begin.length; record++) {
      int size = sketches.copyHashes(record, begin[record], end, hashes);
      for (int i = 0; i < size; i++) {
        note(hashes[i]);
      }
    }
    for (int record = 0; record < begin.length; record++) {
      int size = sketches.copyHashes(record, begin[record], end, hashes);
      int found = 0;
      for (int i = 0; i < size; i++) {
        found += isNotedAgain(hashes[i]);
      }
      begin[record] += size;
      shared[record] += found;
      seen.accept(record);
    }
  }

  /// Without a branch, so that the processor goes on to the next while it waits for memory.
  private void note(long hash) {
    long cell = cell(hash);
    int at = (int) (cell >>> 2);
    int place = 2 * (int) (cell & 3);
    int seen = cells[at] >> place & 1;
    cells[at] |= (byte) ((seen << 1 | 1) << place);
  }

  private int isNotedAgain(long hash) {
    long cell = cell(hash);
    return cells[(int) (cell >>> 2)] >> (2 * (int) (cell & 3) + 1) & 1;
  }

  /// By the lower bits, since the upper ones are much the same in a slice.
  private long cell(long hash) {
    return hash & (1L << cellBits) - 1;
  }
}
