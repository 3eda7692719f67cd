package io.mosskit.schema.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One pass over a corpus: one thread cuts the files into blocks, a fixed pool parses them, and the
/// iterator hands the results out in the order of the files. At most a few blocks are held at a
/// time. To be iterated once, by one thread.
public final class Scan<R> implements Iterable<R>, AutoCloseable {

  private final BlockCutter cutter;
  private final BlockingQueue<FutureTask<List<R>>> ahead;
  private final ExecutorService parsers;
  private final Thread reader;
  private final FutureTask<List<R>> end = new FutureTask<>(List::of);
  private boolean begun;

  /// @param decoder makes a decoder that hands its results to the given consumer
  Scan(List<Path> files, ReadOptions options, Function<Consumer<R>, Decoder> decoder) {
    this.cutter = new BlockCutter(files, options.maxRecordBytes());
    this.ahead = new ArrayBlockingQueue<>(2 * options.threads());
    this.parsers =
        Executors.newFixedThreadPool(
            options.threads(), Thread.ofPlatform().daemon().name("mosskit-parse-", 1).factory());
    this.reader = Thread.ofPlatform().daemon().name("mosskit-read").unstarted(() -> read(decoder));
    this.reader.start();
  }

  private void read(Function<Consumer<R>, Decoder> decoder) {
    try {
      cutter.cut(block -> {
        FutureTask<List<R>> task = new FutureTask<>(() -> decode(block, decoder));
        ahead.put(task);
        parsers.execute(task);
      });
      ahead.put(end);
    } catch (InterruptedException | RejectedExecutionException _) {
      // closed early: nobody waits for the rest
    }
  }

  private static <R> List<R> decode(Block block, Function<Consumer<R>, Decoder> decoder) {
    List<R> results = new ArrayList<>();
    block.decode(decoder.apply(results::add));
    return results;
  }

  /// How many bytes of the files, as they lie on disk, have been read so far.
  public long bytesRead() {
    return cutter.bytesRead();
  }

  @Override
  public Iterator<R> iterator() {
    if (begun) {
      throw new IllegalStateException("a scan can be iterated once; ask the corpus for another");
    }
    begun = true;
    return new Results();
  }

  /// Stops reading and lets the threads go.
  @Override
  public void close() {
    reader.interrupt();
    parsers.shutdownNow();
  }

  private final class Results implements Iterator<R> {
    private @Nullable Iterator<R> block = List.<R>of().iterator();

    @Override
    public boolean hasNext() {
      while (block != null && !block.hasNext()) {
        block = nextBlock();
      }
      return block != null;
    }

    @SuppressWarnings("ReferenceEquality") // The end is told by its identity.
    private @Nullable Iterator<R> nextBlock() {
      try {
        Future<List<R>> next = ahead.take();
        return next == end ? null : next.get().iterator();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading");
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "a bug in reading or in the work on an entry", e.getCause());
      }
    }

    @Override
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return Objects.requireNonNull(block).next();
    }
  }
}
