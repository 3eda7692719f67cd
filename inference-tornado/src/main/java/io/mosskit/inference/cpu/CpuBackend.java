package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.ModelException;
import io.mosskit.inference.model.MossWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A MOSS model on this machine's processors, in single precision whatever its weights are.
public final class CpuBackend implements Backend {

  /// How many rows the output layer, the largest matrix, takes at once: their logits are the
  /// largest array.
  private static final int LOGIT_ROWS = 96;

  private final MossConfig config;
  private final CpuOptions options;
  private final WorkerPool pool;
  private final Forward forward;
  private final int[] ids;
  private final RowLogits row;
  private final float[] state;
  private float[] logits = new float[0];

  private CpuBackend(MossWeights weights, CpuOptions options) {
    this.config = weights.config();
    this.options = options;
    this.pool = new WorkerPool(options.threads());
    this.forward = new Forward(config, CpuWeights.of(weights), options, pool);
    this.ids = new int[options.blockRows()];
    this.row = new RowLogits(config.vocabSize());
    this.state = new float[config.nEmbd()];
  }

  /// Makes the backend of a model with the default options.
  public static CpuBackend load(Checkpoint checkpoint) throws ModelException {
    return load(checkpoint, CpuOptions.of(checkpoint.config()));
  }

  /// Makes the backend of a model. The weights remain in the checkpoint, which must stay open as
  /// long as the backend is used.
  ///
  /// @throws ModelException if a tensor is missing or has another shape or type
  public static CpuBackend load(Checkpoint checkpoint, CpuOptions options) throws ModelException {
    return of(MossWeights.read(checkpoint), options);
  }

  /// Makes the backend of weights that were found already, such as the last layers of a model.
  public static CpuBackend of(MossWeights weights, CpuOptions options) {
    return new CpuBackend(weights, options);
  }

  @Override
  public MossConfig config() {
    return config;
  }

  @Override
  public String name() {
    return "cpu";
  }

  @Override
  public KvCache newCache() {
    return new PagedCache(this, config, options.cache());
  }

  @Override
  public void forward(List<Chunk> chunks, LogitReader reader) {
    run(chunks, wanted -> readLogits(wanted, reader));
  }

  @Override
  public void hidden(List<Chunk> chunks, HiddenReader reader) {
    run(chunks, wanted -> readStates(wanted, reader));
  }

  private void run(List<Chunk> chunks, Consumer<List<Wanted>> reader) {
    check(chunks);
    for (Chunk chunk : chunks) {
      PagedCache cache = (PagedCache) chunk.cache();
      cache.reserve(cache.length() + chunk.ids().length);
    }
    Cursor cursor = new Cursor(chunks);
    while (!cursor.atEnd()) {
      block(cursor, reader);
    }
  }

  private void check(List<Chunk> chunks) {
    for (Chunk chunk : chunks) {
      if (!(chunk.cache() instanceof PagedCache cache) || !cache.belongsTo(this)) {
        throw new IllegalArgumentException("a cache was made by another backend");
      }
      long length = (long) cache.length() + chunk.ids().length;
      if (length > config.nPositions()) {
        throw new ContextLimitException(length, config.nPositions());
      }
      for (int id : chunk.ids()) {
        if (id < 0 || id >= config.vocabSize()) {
          throw new IllegalArgumentException(
              "token id %d is not among the model's 0 to %d".formatted(id, config.vocabSize() - 1));
        }
      }
    }
  }

  /// Takes as many of the next tokens as a block holds.
  private void block(Cursor cursor, Consumer<List<Wanted>> reader) {
    List<Cursor.Piece> pieces = cursor.next(options.blockRows());
    List<Segment> segments = new ArrayList<>(pieces.size());
    int rows = 0;
    for (Cursor.Piece piece : pieces) {
      PagedCache cache = (PagedCache) piece.chunk().cache();
      System.arraycopy(piece.chunk().ids(), piece.from(), ids, rows, piece.rows());
      segments.add(new Segment(cache, cache.length(), rows, piece.rows()));
      rows += piece.rows();
    }
    forward.block(segments, ids, rows);
    segments.forEach(segment -> segment.cache().extendTo(segment.end()));
    reader.accept(wanted(pieces, segments));
  }

  /// A row whose logits or state are wanted.
  private record Wanted(int row, int chunk, int position) {}

  private static List<Wanted> wanted(List<Cursor.Piece> pieces, List<Segment> segments) {
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Cursor.Piece piece = pieces.get(i);
      Segment segment = segments.get(i);
      int first =
          switch (piece.chunk().wanted()) {
            case NONE -> segment.rows();
            case LAST -> piece.endsChunk() ? segment.rows() - 1 : segment.rows();
            case ALL -> 0;
          };
      for (int at = first; at < segment.rows(); at++) {
        wanted.add(new Wanted(segment.row() + at, piece.chunkIndex(), segment.position() + at));
      }
    }
    return wanted;
  }

  private void readStates(List<Wanted> wanted, HiddenReader reader) {
    for (Wanted at : wanted) {
      forward.copyState(at.row(), state);
      reader.accept(at.chunk(), at.position(), state);
    }
  }

  private void readLogits(List<Wanted> wanted, LogitReader reader) {
    for (int i = 0; i < wanted.size(); i++) {
      forward.moveToFront(wanted.get(i).row(), i);
    }
    for (int first = 0; first < wanted.size(); first += LOGIT_ROWS) {
      int count = Math.min(LOGIT_ROWS, wanted.size() - first);
      if (logits.length < count * config.vocabSize()) {
        logits = new float[count * config.vocabSize()];
      }
      forward.logits(first, count, logits);
      for (int i = 0; i < count; i++) {
        row.show(logits, i * config.vocabSize());
        Wanted at = wanted.get(first + i);
        reader.accept(at.chunk(), at.position(), row);
      }
    }
  }

  /// Stops the threads.
  @Override
  public void close() {
    pool.close();
  }
}
