package io.mosskit.benchmarks;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// What this machine can do at most: a plain loop that reads memory, and one that multiplies and
/// adds in registers alone, each on so many threads.
final class MachineLimits implements AutoCloseable {

  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final long PART = 4 << 20;
  private static final int FMA_STEPS = 4_000_000;
  private static final int FMA_CHAINS = 12;

  private final int threads;
  private final ExecutorService pool;

  MachineLimits(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /// Reads a segment once and gives bytes a nanosecond, which is GB/s.
  double read(MemorySegment segment) throws InterruptedException {
    AtomicLong next = new AtomicLong();
    long parts = segment.byteSize() / PART;
    long start = System.nanoTime();
    together(() -> {
      long sum = 0;
      for (long part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
        sum += sum(segment.asSlice(part * PART, PART));
      }
      return sum;
    });
    return (double) (parts * PART) / (System.nanoTime() - start);
  }

  /// Multiplies and adds in registers and gives operations a nanosecond, which is GFLOP/s.
  double multiplyAdd() throws InterruptedException {
    long start = System.nanoTime();
    together(() -> (long) chains());
    double operations = 2.0 * FMA_STEPS * FMA_CHAINS * FLOATS.length() * threads;
    return operations / (System.nanoTime() - start);
  }

  private void together(LongSupplier task) throws InterruptedException {
    List<Future<Long>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(pool.submit(task::getAsLong));
    }
    try {
      for (Future<Long> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static long sum(MemorySegment part) {
    LongVector a = LongVector.zero(LONGS);
    LongVector b = a;
    LongVector c = a;
    LongVector d = a;
    int width = LONGS.vectorByteSize();
    for (long i = 0; i < PART; i += 4L * width) {
      a = a.add(LongVector.fromMemorySegment(LONGS, part, i, ByteOrder.LITTLE_ENDIAN));
      b = b.add(LongVector.fromMemorySegment(LONGS, part, i + width, ByteOrder.LITTLE_ENDIAN));
      c = c.add(LongVector.fromMemorySegment(LONGS, part, i + 2L * width, ByteOrder.LITTLE_ENDIAN));
      d = d.add(LongVector.fromMemorySegment(LONGS, part, i + 3L * width, ByteOrder.LITTLE_ENDIAN));
    }
    return Arrays.stream(a.add(b).add(c.add(d)).toArray()).sum();
  }

  private static float chains() {
    FloatVector x = FloatVector.broadcast(FLOATS, 1.0001f);
    FloatVector y = FloatVector.broadcast(FLOATS, 0.0001f);
    FloatVector a = x;
    FloatVector b = x;
    FloatVector c = x;
    FloatVector d = x;
    FloatVector e = x;
    FloatVector f = x;
    FloatVector g = x;
    FloatVector h = x;
    FloatVector i = x;
    FloatVector j = x;
    FloatVector k = x;
    FloatVector l = x;
    for (int step = 0; step < FMA_STEPS; step++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
      k = k.fma(x, y);
      l = l.fma(x, y);
    }
    return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  /// The middle one of some figures.
  static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }
}
