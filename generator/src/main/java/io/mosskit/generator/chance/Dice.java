package io.mosskit.generator.chance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/// Chance that repeats itself: the throws depend on the run's seed and on what they are thrown for,
/// and on nothing else. [Random] is used because its algorithm is part of its specification.
public final class Dice {

  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  /// The dice for one thing, named by its parts.
  public static Dice of(long runSeed, Object... thing) {
    return new Dice(Ids.bits(runSeed, Ids.sha256(thing)));
  }

  /// A seed for a server's own dice: in [0, 2³¹), which every server takes.
  public static long serverSeed(String requestId) {
    return Ids.bits("server-seed", requestId) >>> 33;
  }

  /// A number in [0, 1).
  public double share() {
    return random.nextDouble();
  }

  /// A number in [0, bound).
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// So many different elements, or all of them where there are fewer, in the order drawn.
  public <T> List<T> sample(List<T> from, int count) {
    List<T> rest = new ArrayList<>(from);
    int drawn = Math.min(count, rest.size());
    for (int i = 0; i < drawn; i++) {
      Collections.swap(rest, i, i + below(rest.size() - i));
    }
    return List.copyOf(rest.subList(0, drawn));
  }

  /// One of the keys, each as likely as its weight says.
  public <T> T weighted(SequencedMap<T, Integer> weights) {
    int left = below(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<T, Integer> entry : weights.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    throw new AssertionError("the weights ran out");
  }
}
