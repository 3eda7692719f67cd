package io.mosskit.inference.checkpoint;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a model runs in the memory at hand. Weights are mapped and may be larger than it, at the
/// price of reading them from the disk again for every token; keys and values must be in it, and
/// within the heap of the JVM.
///
/// @param weights bytes of the tensors that the model reads for every token
/// @param cache bytes of the keys and values of the sequences that are in work at a time
/// @param working bytes of activations and logits
/// @param available bytes that the machine, or the container, can give
/// @param heap bytes that the JVM may take for cache and activations
public record Memory(long weights, long cache, long working, long available, long heap) {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

  /// Keys and values are made room for in pages of this many tokens.
  private static final int PAGE = 256;

  /// Tokens that go through the layers together, and rows of logits that are computed together.
  private static final int BLOCK_ROWS = 512;

  private static final int LOGIT_ROWS = 96;

  /// What else a JVM that runs mosskit wants of its heap: the tokenizer above all.
  private static final long REST = 100_000_000;

  /// The memory that a checkpoint needs on this machine for sequences of this many tokens in all,
  /// with keys and values in `cacheType`.
  public static Memory of(Checkpoint checkpoint, long tokens, ElementType cacheType)
      throws IOException {
    MossConfig config = checkpoint.config();
    long weights =
        MossShapes.of(config).stream()
            .map(shape -> checkpoint.tensor(shape.name()))
            .flatMap(Optional::stream)
            .mapToLong(tensor -> tensor.data().byteSize())
            .sum();
    long cachePerToken = 2L * config.nLayer() * config.nEmbd() * cacheType.bytes();
    long rows = Math.ceilDiv(tokens, PAGE) * PAGE;
    long activations = BLOCK_ROWS * (8L * config.nEmbd() + config.nInner());
    long logits = (long) LOGIT_ROWS * config.vocabSize();
    return new Memory(
        weights,
        cachePerToken * rows,
        Float.BYTES * (activations + logits) + REST,
        availableNow(),
        Runtime.getRuntime().maxMemory());
  }

  /// Whether all is in memory at once.
  public boolean suffices() {
    return runs() && weights + cache + working <= available;
  }

  /// Whether the model can run at all.
  public boolean runs() {
    return cache + working <= Math.min(available, heap);
  }

  /// Why the model cannot run and what to do; empty where it can.
  public Optional<String> problem() {
    if (runs()) {
      return Optional.empty();
    }
    boolean heapIsShort = heap < available;
    String remedy =
        heapIsShort && cache + working <= available
            ? "give the JVM more with MOSSKIT_JAVA_OPTS=-Xmx%dg, or shorten the context"
                .formatted(Math.ceilDiv(cache + working, 1L << 30))
            : "shorten the context, or use a machine with more memory";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the model cannot run: it needs %.1f GB for keys and values and %.1f GB to compute in,"
                + " but %.1f GB are %s; %s",
            cache / 1e9,
            working / 1e9,
            Math.min(heap, available) / 1e9,
            heapIsShort ? "the most that the JVM may take" : "available",
            remedy));
  }

  /// What it costs that the weights do not fit and what to do; empty where all fits, or nothing
  /// runs.
  public Optional<String> warning() {
    if (suffices() || !runs()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the model needs %.1f GB of memory (%.1f GB of weights, %.1f GB of keys and values), but"
                + " %.1f GB are available: its weights are read from the disk again for every"
                + " token, at 1 GB a second %.0f s each; take its int4 version or make one with"
                + " mosskit model quantize --bits 4",
            (weights + cache + working) / 1e9,
            weights / 1e9,
            cache / 1e9,
            available / 1e9,
            weights / 1e9));
  }

  /// What the system could give without writing anything out, the page cache included; at most what
  /// the container may have.
  private static long availableNow() throws IOException {
    long limit =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return meminfo().stream()
        .filter(line -> line.startsWith(AVAILABLE))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .map(available -> Math.min(available, limit))
        .findFirst()
        .orElse(limit);
  }

  private static List<String> meminfo() throws IOException {
    try {
      return Files.readAllLines(MEMINFO);
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }
}
