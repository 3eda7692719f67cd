package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.MossWeights;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The layers that do not fit on the device, and the output layer: a model of its own on the
/// processors, whose embedding is what the device has computed, row by row.
final class Rest implements AutoCloseable {

  private final MemorySegment hidden;
  private final long rowBytes;
  private final CpuBackend backend;

  /// Takes the layers from one on.
  Rest(MossWeights weights, int firstLayer, DeviceOptions options) {
    MossConfig config = weights.config();
    rowBytes = (long) config.nEmbd() * Float.BYTES;
    hidden = Arena.ofAuto().allocate(rowBytes * options.blockRows(), Float.BYTES);
    Tensor embedding =
        new Tensor(
            "hidden",
            ElementType.F32,
            List.of((long) options.blockRows(), (long) config.nEmbd()),
            hidden);
    MossWeights rest =
        new MossWeights(
            config.withLayers(config.nLayer() - firstLayer),
            embedding,
            weights.layers().subList(firstLayer, config.nLayer()),
            weights.finalNorm(),
            weights.head());
    backend =
        CpuBackend.of(
            rest,
            CpuOptions.of(config).withRotary(options.rotary()).withThreads(options.threads()));
  }

  KvCache newCache() {
    return backend.newCache();
  }

  /// Takes rows through.
  ///
  /// @param stream what the device has made of them
  void forward(List<Row> rows, MemorySegment stream, LogitReader reader) {
    List<Row> begins = new ArrayList<>();
    backend.forward(
        chunks(rows, stream, begins),
        (chunk, position, logits) -> reader.accept(begins.get(chunk).chunk(), position, logits));
  }

  /// Takes rows through but for the output layer.
  ///
  /// @param stream what the device has made of them
  void hidden(List<Row> rows, MemorySegment stream, HiddenReader reader) {
    List<Row> begins = new ArrayList<>();
    backend.hidden(
        chunks(rows, stream, begins),
        (chunk, position, state) -> reader.accept(begins.get(chunk).chunk(), position, state));
  }

  /// The rows of each sequence as a chunk, whose ids are the numbers of the rows.
  ///
  /// @param begins gets the first row of each chunk
  private List<Chunk> chunks(List<Row> rows, MemorySegment stream, List<Row> begins) {
    MemorySegment.copy(stream, 0, hidden, 0, rowBytes * rows.size());
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      Row first = rows.get(from);
      int to = from;
      boolean all = true;
      while (to < rows.size() && rows.get(to).chunk() == first.chunk()) {
        all &= rows.get(to).wanted();
        to++;
      }
      boolean last = rows.get(to - 1).wanted();
      Wanted wanted = all ? Wanted.ALL : last ? Wanted.LAST : Wanted.NONE;
      KvCache cache = Objects.requireNonNull(first.cache().rest());
      chunks.add(new Chunk(cache, IntStream.range(from, to).toArray(), wanted));
      begins.add(first);
      from = to;
    }
    return chunks;
  }

  @Override
  public void close() {
    backend.close();
  }
}
