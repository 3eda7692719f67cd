package io.mosskit.inference.tokenizer;

import java.util.Arrays;

/// A binary heap of (rank, position), the lowest rank first and among equals the leftmost.
final class RankHeap {

  private long[] heap = new long[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int firstRank() {
    return (int) (heap[0] >>> 32);
  }

  void push(int rank, int position) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    long entry = ((long) rank << 32) | position;
    int hole = size++;
    while (hole > 0 && heap[(hole - 1) / 2] > entry) {
      heap[hole] = heap[(hole - 1) / 2];
      hole = (hole - 1) / 2;
    }
    heap[hole] = entry;
  }

  /// Removes the first entry and returns its position.
  int pop() {
    int position = (int) heap[0];
    long last = heap[--size];
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      child = child + 1 < size && heap[child + 1] < heap[child] ? child + 1 : child;
      if (heap[child] >= last) {
        break;
      }
      heap[hole] = heap[child];
      hole = child;
    }
    heap[hole] = last;
    return position;
  }
}
