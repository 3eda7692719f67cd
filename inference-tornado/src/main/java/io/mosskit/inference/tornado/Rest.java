package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.inference.model.MossWeights;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The layers that do not fit on the device, and the output layer: a model of its own on the
/// processors, whose embedding is what the device has computed, row by row.
final class Rest implements AutoCloseable {

  private final Arena arena = Arena.ofShared();
  private final MemorySegment hidden;
  private final long rowBytes;
  private final CpuBackend backend;

  /// Takes the layers from one on.
  Rest(MossWeights weights, int firstLayer, DeviceOptions options) {
    MossConfig config = weights.config();
    rowBytes = (long) config.nEmbd() * Float.BYTES;
    hidden = arena.allocate(rowBytes * options.blockRows(), Float.BYTES);
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
    MemorySegment.copy(stream, 0, hidden, 0, rowBytes * rows.size());
    List<Chunk> chunks = new ArrayList<>();
    List<Row> begins = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      Row first = rows.get(from);
      int to = from;
      boolean all = true;
      while (to < rows.size() && rows.get(to).chunk() == first.chunk()) {
        all &= rows.get(to).wanted();
        to++;
      }
      int[] ids = new int[to - from];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = from + i;
      }
      boolean last = rows.get(to - 1).wanted();
      Wanted wanted = all ? Wanted.ALL : last ? Wanted.LAST : Wanted.NONE;
      chunks.add(new Chunk(Objects.requireNonNull(first.cache().rest()), ids, wanted));
      begins.add(first);
      from = to;
    }
    backend.forward(
        chunks,
        (chunk, position, logits) -> reader.accept(begins.get(chunk).chunk(), position, logits));
  }

  @Override
  public void close() {
    backend.close();
    arena.close();
  }
}
