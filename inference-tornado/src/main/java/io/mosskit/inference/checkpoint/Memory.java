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

/// Whether a model runs in the memory at hand.
///
/// @param weights bytes of the tensors that the model reads for every token
/// @param cache bytes of the keys and values of the sequences that are in work at a time
/// @param available bytes that the machine, or the container, can give
public record Memory(long weights, long cache, long available) {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final String AVAILABLE = "MemAvailable:";

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
    return new Memory(weights, cachePerToken * tokens, availableNow());
  }

  /// Whether weights and cache are all in memory at once. Where they are not, every token reads the
  /// rest from the disk again.
  public boolean suffices() {
    return weights + cache <= available;
  }

  /// What is needed, what is there and what to do; empty where the memory suffices.
  public Optional<String> problem() {
    if (suffices()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the model needs %.1f GB of memory (%.1f GB of weights, %.1f GB of keys and values), but"
                + " %.1f GB are available; take its int4 version or make one with mosskit model"
                + " quantize --bits 4, shorten the context, or use a machine with more memory",
            (weights + cache) / 1e9,
            weights / 1e9,
            cache / 1e9,
            available / 1e9));
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
