package io.mosskit.generator.plan;

import io.mosskit.generator.chance.Dice;
import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many turns dialogues have: each number of turns with its weight.
///
/// @param weights by number of turns, both at least 1
public record TurnTable(SortedMap<Integer, Integer> weights) {

  public TurnTable {
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    if (weights.isEmpty() || weights.firstKey() < 1) {
      throw new IllegalArgumentException("a dialogue has at least one turn: " + weights);
    }
    if (weights.values().stream().anyMatch(weight -> weight < 1)) {
      throw new IllegalArgumentException("weights are at least 1: " + weights);
    }
  }

  /// Always so many turns.
  public static TurnTable fixed(int turns) {
    return new TurnTable(new TreeMap<>(Map.of(turns, 1)));
  }

  /// The weights of `from`, `from + 1` … turns; 0 leaves a number out.
  public static TurnTable from(int from, int... weights) {
    SortedMap<Integer, Integer> table = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] != 0) {
        table.put(from + i, weights[i]);
      }
    }
    return new TurnTable(table);
  }

  /// The least number of turns.
  public int least() {
    return weights.firstKey();
  }

  /// The mean number of turns.
  public double mean() {
    long dialogues = 0;
    long turns = 0;
    for (var entry : weights.entrySet()) {
      dialogues += entry.getValue();
      turns += (long) entry.getKey() * entry.getValue();
    }
    return (double) turns / dialogues;
  }

  /// A number of turns, each as likely as its weight says.
  public int draw(Dice dice) {
    return dice.weighted((SequencedMap<Integer, Integer>) weights);
  }

  @Override
  public String toString() {
    return weights.toString();
  }
}
