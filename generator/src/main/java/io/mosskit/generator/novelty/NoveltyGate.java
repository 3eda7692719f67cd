package io.mosskit.generator.novelty;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Self-Instruct's gate: a prompt is new unless its ROUGE-L F1 with an earlier one exceeds a
/// threshold.
///
/// For texts of n and m [Units] whose longest common subsequence has l of them, precision is l/n,
/// recall l/m, and F1 = 2l / (n + m). Nothing is stemmed and nothing is left out. The nearest
/// prompt is found exactly, without comparing all: l is at most the number of units that two texts
/// share, counted with repetition, which an inverted index gives for all earlier prompts at once;
/// the prompt with the greatest such bound is compared first, then only those whose bound reaches
/// the best score so far.
///
/// Source: doi 10.18653/v1/2023.acl-long.754, section 2.2. Not thread-safe.
public final class NoveltyGate {

  private static final int UNKNOWN = -1;

  private final double threshold;
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Postings> postings = new ArrayList<>();

  /// @param threshold the greatest score that a new prompt may have, in [0, 1]
  public NoveltyGate(double threshold) {
    this.threshold = threshold;
  }

  /// A prompt that later ones are compared with.
  private record Entry(String id, int[] units) {}

  /// Remembers a prompt; every later one is compared with it.
  public void add(String id, String text) {
    List<String> units = Units.of(text);
    int[] symbols = new int[units.size()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = vocabulary.computeIfAbsent(units.get(i), _ -> newPostings());
    }
    int index = entries.size();
    forEachSymbol(symbols, (symbol, count) -> postings.get(symbol).add(index, count));
    entries.add(new Entry(id, symbols));
  }

  private int newPostings() {
    postings.add(new Postings());
    return postings.size() - 1;
  }

  /// Whether a prompt is new among those added so far.
  public Novelty judge(String text) {
    List<String> units = Units.of(text);
    int[] symbols = new int[units.size()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = vocabulary.getOrDefault(units.get(i), UNKNOWN);
    }
    double[] bounds = bounds(symbols);
    int nearest = greatest(bounds);
    if (nearest < 0) {
      return new Novelty(true, null, 0);
    }
    LongestCommonSubsequence candidate = new LongestCommonSubsequence(symbols);
    double best = score(candidate, symbols.length, nearest);
    for (int i = 0; i < bounds.length; i++) {
      if (bounds[i] > best || (bounds[i] == best && i < nearest)) {
        double score = score(candidate, symbols.length, i);
        if (score > best || (score == best && i < nearest)) {
          nearest = i;
          best = score;
        }
      }
    }
    return new Novelty(!(best > threshold), entries.get(nearest).id, best);
  }

  private double score(LongestCommonSubsequence candidate, int length, int index) {
    int[] other = entries.get(index).units;
    return f1(candidate.with(other), length, other.length);
  }

  /// The greatest score that each earlier prompt can have.
  private double[] bounds(int[] symbols) {
    int[] shared = new int[entries.size()];
    forEachSymbol(
        symbols,
        (symbol, count) -> {
          if (symbol != UNKNOWN) {
            postings.get(symbol).addShared(shared, count);
          }
        });
    double[] bounds = new double[shared.length];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = shared[i] == 0 ? 0 : f1(shared[i], symbols.length, entries.get(i).units.length);
    }
    return bounds;
  }

  /// The first index of the greatest value, or -1 where none is positive.
  private static int greatest(double[] values) {
    int index = -1;
    double greatest = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] > greatest) {
        index = i;
        greatest = values[i];
      }
    }
    return index;
  }

  private static double f1(int common, int n, int m) {
    return 2.0 * common / (n + m);
  }

  /// What is done with a symbol and the number of times that it occurs.
  @FunctionalInterface
  private interface Counting {
    void of(int symbol, int count);
  }

  private static void forEachSymbol(int[] symbols, Counting counting) {
    int[] sorted = symbols.clone();
    Arrays.sort(sorted);
    int from = 0;
    for (int to = 1; to <= sorted.length; to++) {
      if (to == sorted.length || sorted[to] != sorted[from]) {
        counting.of(sorted[from], to - from);
        from = to;
      }
    }
  }

  /// The prompts that hold one symbol, and how often each does.
  private static final class Postings {

    private int[] indexAndCount = new int[4];
    private int used;

    void add(int index, int count) {
      if (used == indexAndCount.length) {
        indexAndCount = Arrays.copyOf(indexAndCount, 2 * used);
      }
      indexAndCount[used++] = index;
      indexAndCount[used++] = count;
    }

    void addShared(int[] shared, int count) {
      for (int i = 0; i < used; i += 2) {
        shared[indexAndCount[i]] += Math.min(count, indexAndCount[i + 1]);
      }
    }
  }
}
