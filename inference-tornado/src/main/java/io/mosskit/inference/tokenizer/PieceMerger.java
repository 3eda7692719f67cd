package io.mosskit.inference.tokenizer;

import java.util.Arrays;

/// Merges the bytes of one piece after another: as long as a pair of neighbours has a rank, every
/// occurrence of the pair of the lowest rank becomes one token, from left to right. Working memory
/// of one thread; a piece of n bytes takes O(n log n) time, however it was chosen.
final class PieceMerger {

  private static final int NOBODY = -1;

  private final MergeTable merges;
  private final RankHeap heap = new RankHeap();
  private int length;

  /// A doubly linked list over the positions of the bytes: the token that begins there, its
  /// neighbours, and the rank of the pair it makes with the next one.
  private int[] ids = new int[64];

  private int[] next = {};
  private int[] previous = {};
  private int[] ranks = {};
  private int[] due = {};

  PieceMerger(MergeTable merges) {
    this.merges = merges;
  }

  /// Adds the token of one byte to the piece.
  void add(int id) {
    if (length == ids.length) {
      ids = Arrays.copyOf(ids, 2 * length);
    }
    ids[length++] = id;
  }

  /// Appends the merged ids of the piece to `out`, and is ready for another one.
  void mergeInto(IdBuffer out) {
    link();
    while (!heap.isEmpty()) {
      mergeAll(heap.firstRank());
    }
    for (int i = length == 0 ? NOBODY : 0; i != NOBODY; i = next[i]) {
      out.add(ids[i]);
    }
    length = 0;
  }

  private void link() {
    if (next.length < length) {
      next = new int[ids.length];
      previous = new int[ids.length];
      ranks = new int[ids.length];
      due = new int[ids.length];
    }
    for (int i = 0; i < length; i++) {
      previous[i] = i - 1;
      next[i] = i + 1 < length ? i + 1 : NOBODY;
      rank(i);
    }
  }

  /// Merges every occurrence of the pair of this rank. What that makes possible waits until all are
  /// done: it may have a lower rank, where two merges make the same token.
  private void mergeAll(int rank) {
    int count = 0;
    while (!heap.isEmpty() && heap.firstRank() == rank) {
      due[count++] = heap.pop();
    }
    for (int i = 0; i < count; i++) {
      if (ranks[due[i]] == rank) {
        mergeAt(due[i], merges.product(rank));
      }
    }
  }

  private void mergeAt(int position, int product) {
    int swallowed = next[position];
    ids[position] = product;
    next[position] = next[swallowed];
    ranks[swallowed] = MergeTable.NONE;
    if (next[position] != NOBODY) {
      previous[next[position]] = position;
    }
    rank(position);
    if (previous[position] != NOBODY) {
      rank(previous[position]);
    }
  }

  private void rank(int position) {
    int right = next[position];
    ranks[position] = right == NOBODY ? MergeTable.NONE : merges.rank(ids[position], ids[right]);
    if (ranks[position] != MergeTable.NONE) {
      heap.push(ranks[position], position);
    }
  }
}
