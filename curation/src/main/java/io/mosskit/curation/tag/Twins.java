package io.mosskit.curation.tag;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds near-twins among examples: texts that share at least 0.7 of their five-unit shingles
/// (Jaccard), and what hangs together by such pairs.
final class Twins {

  private static final double SIMILAR = 0.7;
  private static final int SHINGLE = 5;

  /// A shingle of more texts than this says nothing about which of them are twins.
  private static final int COMMON = 100;

  private final List<Set<String>> shingles;
  private final int[] parents;

  private Twins(List<Set<String>> shingles) {
    this.shingles = shingles;
    this.parents = new int[shingles.size()];
  }

  /// The group of each example; twins have the same one.
  static int[] groups(List<Example> examples) {
    Twins twins =
        new Twins(examples.stream().map(example -> shingles(example.words().opening())).toList());
    return twins.groups();
  }

  private static Set<String> shingles(String text) {
    List<String> units = Units.of(text);
    Set<String> shingles = new LinkedHashSet<>();
    for (int i = 0; i == 0 || i + SHINGLE <= units.size(); i++) {
      shingles.add(String.join(" ", units.subList(i, Math.min(i + SHINGLE, units.size()))));
    }
    return shingles;
  }

  private int[] groups() {
    Map<String, List<Integer>> holders = new HashMap<>();
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
      for (int candidate : candidates(i, holders)) {
        if (similarity(shingles.get(i), shingles.get(candidate)) >= SIMILAR) {
          parents[root(i)] = root(candidate);
        }
      }
    }
    int[] groups = new int[parents.length];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = root(i);
    }
    return groups;
  }

  /// Earlier texts that share a shingle with this one, which is then held too.
  private Set<Integer> candidates(int i, Map<String, List<Integer>> holders) {
    Set<Integer> candidates = new LinkedHashSet<>();
    for (String shingle : shingles.get(i)) {
      List<Integer> texts = holders.computeIfAbsent(shingle, _ -> new ArrayList<>());
      candidates.addAll(texts);
      if (texts.size() < COMMON) {
        texts.add(i);
      }
    }
    return candidates;
  }

  private static double similarity(Set<String> left, Set<String> right) {
    long shared = left.stream().filter(right::contains).count();
    return (double) shared / (left.size() + right.size() - shared);
  }

  private int root(int i) {
    int root = i;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }
}
