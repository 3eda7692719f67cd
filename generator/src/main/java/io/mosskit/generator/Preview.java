package io.mosskit.generator;

import io.mosskit.generator.prompt.Prompt;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which dialogues are held first to see what all of them will cost.
final class Preview {

  private Preview() {}

  /// So many positions, in turn from each category and language, the earliest ones.
  static BitSet positions(List<Prompt> openings, int dialogues) {
    SortedMap<String, Deque<Integer>> families = new TreeMap<>();
    for (int i = 0; i < openings.size(); i++) {
      Prompt opening = openings.get(i);
      String family = opening.category().label() + " " + opening.language().label();
      families.computeIfAbsent(family, _ -> new ArrayDeque<>()).add(i);
    }
    BitSet positions = new BitSet();
    while (!families.isEmpty() && positions.cardinality() < dialogues) {
      for (Deque<Integer> family : families.values()) {
        if (positions.cardinality() < dialogues) {
          positions.set(family.remove());
        }
      }
      families.values().removeIf(Deque::isEmpty);
    }
    return positions;
  }
}
