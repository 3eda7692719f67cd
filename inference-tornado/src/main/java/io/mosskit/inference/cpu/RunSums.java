package io.mosskit.inference.cpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// One row of x through two packed layers, run by run of their inputs.
///
/// A row of packed words is one word for every output. Dividing the outputs among threads leaves
/// each thread short pieces of many pages, and it waits at the beginning of each; dividing the
/// inputs lets it read what lies together. The runs are added up afterwards, always in the same
/// order, so that threads do not change a bit.
final class RunSums {

  /// A vector of any machine, or a line of its cache.
  private static final int ALIGNMENT = 64;

  private final WorkerPool pool;
  private final Scratch[] scratches;
  private final WorkerPool.Job job = this::sum;
  private final Part first = new Part();
  private final Part second = new Part();

  RunSums(WorkerPool pool, Scratch[] scratches) {
    this.pool = pool;
    this.scratches = scratches;
  }

  /// A layer, the row that goes into it, and the sums of its runs.
  private static final class Part {

    @Nullable PackedLinear linear;
    float[] x = new float[0];
    MemorySegment sums = MemorySegment.NULL;

    void set(PackedLinear newLinear, float[] newX) {
      linear = newLinear;
      x = newX;
      if (sums.byteSize() < newLinear.sumsSize()) {
        sums = Arena.ofAuto().allocate(newLinear.sumsSize(), ALIGNMENT);
      }
    }

    int runs() {
      return linear == null ? 0 : linear.runs();
    }

    void sum(int run, Scratch scratch) {
      if (linear != null) {
        linear.sum(run, x, sums, scratch);
      }
    }

    boolean collect(Linear wanted, float[] y, int from, int to) {
      if (linear == null || linear != wanted) {
        return false;
      }
      linear.collect(x, sums, y, from, to);
      return true;
    }
  }

  /// Sums the runs of two layers.
  ///
  /// @param x what goes into the one, one row
  /// @param otherX what goes into the other
  void run(PackedLinear linear, float[] x, PackedLinear other, float[] otherX) {
    first.set(linear, x);
    second.set(other, otherX);
    pool.run(linear.runs() + other.runs(), job);
  }

  private void sum(int task, int worker) {
    if (task < first.runs()) {
      first.sum(task, scratches[worker]);
    } else {
      second.sum(task - first.runs(), scratches[worker]);
    }
  }

  /// Forgets what was summed.
  void clear() {
    first.linear = null;
    second.linear = null;
  }

  /// Makes some outputs of a layer.
  ///
  /// @return false, and nothing is made, if it is none of the two that were summed last
  boolean collect(Linear linear, float[] y, int from, int to) {
    return first.collect(linear, y, from, to) || second.collect(linear, y, from, to);
  }
}
