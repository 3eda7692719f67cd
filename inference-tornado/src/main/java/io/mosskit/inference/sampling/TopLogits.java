package io.mosskit.inference.sampling;

/// Finds the k-th largest of many numbers: a heap of the k largest so far, the least of them at its
/// root.
final class TopLogits {

  private final float[] heap;

  TopLogits(int k) {
    heap = new float[k];
  }

  /// The k-th largest of the first `n` logits, negative infinity where k is 0 or above `n`.
  float least(float[] logits, int n) {
    if (heap.length == 0 || heap.length > n) {
      return Float.NEGATIVE_INFINITY;
    }
    System.arraycopy(logits, 0, heap, 0, heap.length);
    for (int i = heap.length / 2 - 1; i >= 0; i--) {
      sink(i);
    }
    for (int id = heap.length; id < n; id++) {
      if (logits[id] > heap[0]) {
        heap[0] = logits[id];
        sink(0);
      }
    }
    return heap[0];
  }

  private void sink(int from) {
    int at = from;
    float value = heap[at];
    while (true) {
      int child = 2 * at + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = value;
  }
}
