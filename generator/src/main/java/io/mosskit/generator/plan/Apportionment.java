package io.mosskit.generator.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Divides a whole number in proportion to weights by the method of the largest remainder
/// (Hamilton's): everybody gets the whole part of the exact share, and what is left over goes, one
/// each, to those whose shares were cut most. The parts sum up to the whole, and each is the exact
/// share rounded down or up.
final class Apportionment {

  private Apportionment() {}

  /// The part of each key, in the order of the weights; of equal remainders the earlier one wins.
  ///
  /// @param total at least 0
  /// @param weights each at least 1, at least one of them
  static <K> SequencedMap<K, Integer> of(int total, SequencedMap<K, Long> weights) {
    BigInteger sum =
        weights.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    SequencedMap<K, Integer> parts = new LinkedHashMap<>();
    Map<K, BigInteger> remainders = new LinkedHashMap<>();
    weights.forEach((key, weight) -> {
      BigInteger[] share =
          BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum);
      parts.put(key, share[0].intValueExact());
      remainders.put(key, share[1]);
    });
    int left = total - parts.values().stream().mapToInt(Integer::intValue).sum();
    List<Map.Entry<K, BigInteger>> mostCut = new ArrayList<>(remainders.entrySet());
    mostCut.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    mostCut.subList(0, left).forEach(entry -> parts.merge(entry.getKey(), 1, Integer::sum));
    return parts;
  }
}
