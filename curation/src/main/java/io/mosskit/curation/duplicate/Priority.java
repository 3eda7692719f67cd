package io.mosskit.curation.duplicate;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Which of two duplicates stays: the one of higher quality, else the longer one, else the first.
public final class Priority {

  private Priority() {}

  /// The records in the order in which they are decided on.
  public static int[] order(Sketches sketches) {
    return IntStream.range(0, sketches.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer record) -> -sketches.quality(record))
                .thenComparingInt(record -> -sketches.length(record))
                .thenComparingInt(record -> record))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
