package io.mosskit.inference.tornado;

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
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/// A MOSS model on a device of TornadoVM, in single precision whatever its weights are. What of it
/// does not fit there is computed on the processors.
public final class TornadoBackend implements Backend {

  private final MossConfig config;
  private final Block layout;
  private final Placement placement;
  private final Program program;
  private final DeviceModel model;
  private final @Nullable Rest rest;
  private final PagePool pool;
  private final DeviceLogits logits;

  private TornadoBackend(
      Program program,
      MossWeights weights,
      DeviceOptions options,
      Placement placement,
      boolean halves) {
    this.config = weights.config();
    this.program = program;
    this.placement = placement;
    int pages = pages(options);
    layout = new Block(options.blockRows(), DeviceModel.pagesOf(config));
    model =
        new DeviceModel(
            program, weights, placement.layers(), layout, pages, options.rotary(), halves);
    rest = placement.whole() ? null : new Rest(weights, placement.layers(), options);
    pool = new PagePool(pages);
    logits = new DeviceLogits(config.vocabSize());
  }

  /// Takes a model to a device and computes a token, so that kernels are compiled and what fails
  /// does so here. The checkpoint must stay open as long as the backend is used, if not all of the
  /// model fits there.
  ///
  /// @throws ModelException if a tensor is missing or has another shape or type
  /// @throws DeviceException if not one layer fits, or the device fails
  public static TornadoBackend load(Checkpoint checkpoint, Device device, DeviceOptions options)
      throws ModelException {
    requireShortArrays(checkpoint.config(), options, device.longestArray());
    return load(checkpoint, device.open(), options, device.computesHalves());
  }

  private void warmUp() {
    try (KvCache cache = newCache()) {
      forward(List.of(new Chunk(cache, new int[] {0}, Chunk.Wanted.LAST)), (_, _, _) -> {});
    } catch (DeviceException e) {
      closeAfter(e);
      throw e;
    }
  }

  private void closeAfter(DeviceException failure) {
    try {
      close();
    } catch (DeviceException e) {
      failure.addSuppressed(e);
    }
  }

  /// Refuses keys of a layer that are too long for one array; weights of published models are not.
  private static void requireShortArrays(
      MossConfig config, DeviceOptions options, long longestArray) {
    long elements = (long) pages(options) * Block.PAGE * config.nEmbd();
    long most = Math.min(Integer.MAX_VALUE, longestArray / Float.BYTES);
    if (elements > most) {
      throw new DeviceException(
          "the keys of %d tokens are too long for one array of the device, which holds %d; take fewer sequences at a time, or shorten the context"
              .formatted(options.tokens(), most / config.nEmbd()));
    }
  }

  /// Takes a model to what runs its stages.
  static TornadoBackend load(
      Checkpoint checkpoint, Program program, DeviceOptions options, boolean halves)
      throws ModelException {
    MossWeights weights = MossWeights.read(checkpoint);
    Placement placement =
        Placement.of(weights, options.memory(), options.blockRows(), pages(options));
    if (placement.layers() == 0) {
      throw new DeviceException(
          "not one layer fits into %s of the device; all take %s; give it more with --device-memory, or compute with --backend cpu"
              .formatted(
                  Placement.gigabytes(options.memory()), Placement.gigabytes(placement.wanted())));
    }
    try {
      TornadoBackend backend = new TornadoBackend(program, weights, options, placement, halves);
      backend.warmUp();
      return backend;
    } catch (OutOfMemoryError e) { // arrays outside of the heap have a limit of their own
      throw DeviceException.withoutRoomHere(placement, e);
    }
  }

  private static int pages(DeviceOptions options) {
    return Math.toIntExact(Math.ceilDiv(options.tokens(), Block.PAGE));
  }

  /// How much of the model is on the device.
  public Placement placement() {
    return placement;
  }

  @Override
  public MossConfig config() {
    return config;
  }

  @Override
  public String name() {
    return "tornado";
  }

  @Override
  public KvCache newCache() {
    return new DeviceCache(this, pool, rest == null ? null : rest.newCache());
  }

  @Override
  public void forward(List<Chunk> chunks, LogitReader reader) {
    for (List<Row> rows : blocks(chunks)) {
      run(rows);
      if (rest == null) {
        readLogits(rows, reader);
      } else {
        rest.forward(rows, model.stream.getSegment(), reader);
      }
    }
  }

  @Override
  public void hidden(List<Chunk> chunks, HiddenReader reader) {
    for (List<Row> rows : blocks(chunks)) {
      run(rows);
      if (rest == null) {
        readStates(rows, reader);
      } else {
        rest.hidden(rows, model.stream.getSegment(), reader);
      }
    }
  }

  /// Cuts the tokens of chunks into blocks, for which there is room.
  private List<List<Row>> blocks(List<Chunk> chunks) {
    check(chunks);
    List<Row> rows = Row.of(chunks);
    for (Chunk chunk : chunks) {
      DeviceCache cache = (DeviceCache) chunk.cache();
      cache.reserve(cache.length() + chunk.ids().length);
    }
    List<List<Row>> blocks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += layout.rows()) {
      blocks.add(rows.subList(from, Math.min(rows.size(), from + layout.rows())));
    }
    return blocks;
  }

  private void check(List<Chunk> chunks) {
    int missing = 0;
    for (Chunk chunk : chunks) {
      if (!(chunk.cache() instanceof DeviceCache cache) || !cache.belongsTo(this)) {
        throw new IllegalArgumentException("a cache was made by another backend");
      }
      long length = (long) cache.length() + chunk.ids().length;
      if (length > config.nPositions()) {
        throw new ContextLimitException(length, config.nPositions());
      }
      missing += cache.missingPages((int) length);
      for (int id : chunk.ids()) {
        if (id < 0 || id >= config.vocabSize()) {
          throw new IllegalArgumentException(
              "token id %d is not among the model's 0 to %d".formatted(id, config.vocabSize() - 1));
        }
      }
    }
    pool.require(missing);
  }

  private void run(List<Row> rows) {
    tell(rows);
    model.run();
    for (Row row : rows) {
      row.cache().extendTo(row.position() + 1);
    }
    if (rest != null) {
      model.fetchStream(rows.size());
    }
  }

  /// Writes what the device gets.
  private void tell(List<Row> rows) {
    IntArray block = model.block;
    block.set(Block.COUNT, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      block.set(Block.POSITIONS + i, row.position());
      block.set(layout.ids() + i, row.id());
      int at = layout.pageNumbers(i);
      for (int page = 0; page < row.cache().pageCount(); page++) {
        block.set(at + page, row.cache().page(page));
      }
    }
  }

  private void readLogits(List<Row> rows, LogitReader reader) {
    for (List<Row> few : wanted(rows)) {
      select(rows, few);
      model.runHead();
      for (int i = 0; i < few.size(); i++) {
        logits.show(model.logits, model.logitPeaks, i);
        reader.accept(few.get(i).chunk(), few.get(i).position(), logits);
      }
    }
  }

  private void readStates(List<Row> rows, HiddenReader reader) {
    float[] state = new float[config.nEmbd()];
    for (List<Row> few : wanted(rows)) {
      select(rows, few);
      MemorySegment states = model.runStates().getSegment();
      for (int i = 0; i < few.size(); i++) {
        long from = (long) i * state.length * Float.BYTES;
        MemorySegment.copy(states, ValueLayout.JAVA_FLOAT, from, state, 0, state.length);
        reader.accept(few.get(i).chunk(), few.get(i).position(), state);
      }
    }
  }

  /// The rows that are wanted, as many at a time as the output layer takes.
  private static List<List<Row>> wanted(List<Row> rows) {
    List<Row> wanted = rows.stream().filter(Row::wanted).toList();
    List<List<Row>> portions = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += DeviceModel.HEAD_ROWS) {
      portions.add(wanted.subList(from, Math.min(wanted.size(), from + DeviceModel.HEAD_ROWS)));
    }
    return portions;
  }

  private void select(List<Row> rows, List<Row> few) {
    model.wanted.set(0, few.size());
    for (int i = 0; i < few.size(); i++) {
      model.wanted.set(1 + i, rows.indexOf(few.get(i)));
    }
  }

  /// Gives the device's memory back.
  @Override
  public void close() {
    try (Program _ = program) {
      if (rest != null) {
        rest.close();
      }
    }
  }
}
