package io.mosskit.plugins.search.index;

import io.mosskit.plugins.search.index.Sentences.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the passage of a text that answers a query best: the run of whole sentences that fits and
/// whose distinct query terms weigh most; of equals the first. It begins with a sentence that holds
/// a term of the query.
final class Passages {

  private final Map<String, Double> weights;
  private final List<Piece> pieces;
  private final List<List<String>> terms = new ArrayList<>();
  private int current;

  /// A stretch of the text.
  ///
  /// @param from its first character
  /// @param to after its last
  /// @param terms of the query that stand in it
  record Passage(int from, int to, Set<String> terms) {}

  private Passages(List<Piece> pieces, Map<String, Double> weights) {
    this.weights = weights;
    this.pieces = pieces;
    pieces.forEach(_ -> terms.add(new ArrayList<>()));
  }

  /// The best passage.
  ///
  /// @param text not blank
  /// @param weights of the terms of the query
  /// @param most how long the passage may be in a snippet
  static Passage best(
      String text, Map<String, Double> weights, int most, BilingualAnalyzer analyzer) {
    Passages passages = new Passages(Sentences.of(text, most), weights);
    analyzer.visit(text, passages::place);
    return passages.best(most);
  }

  /// Notes a term of the query in the piece where it begins.
  private void place(String term, int from, int to) {
    while (current + 1 < pieces.size() && pieces.get(current + 1).from() <= from) {
      current++;
    }
    if (weights.containsKey(term)) {
      terms.get(current).add(term);
    }
  }

  private Passage best(int most) {
    Passage best = passage(0, end(0, most));
    double bestWeight = weight(best.terms());
    for (int first = 1; first < pieces.size(); first++) {
      if (!terms.get(first).isEmpty()) {
        Passage other = passage(first, end(first, most));
        double weight = weight(other.terms());
        if (weight > bestWeight) {
          best = other;
          bestWeight = weight;
        }
      }
    }
    return best;
  }

  /// After the last piece of a passage that begins with this one.
  private int end(int first, int most) {
    int length = pieces.get(first).length();
    int next = first + 1;
    while (next < pieces.size() && length + 2 + pieces.get(next).length() <= most) {
      length += 2 + pieces.get(next).length(); // 2 for a line break between them, spelled \n
      next++;
    }
    return next;
  }

  private Passage passage(int first, int end) {
    Set<String> found = new HashSet<>();
    terms.subList(first, end).forEach(found::addAll);
    return new Passage(pieces.get(first).from(), pieces.get(end - 1).to(), Set.copyOf(found));
  }

  /// Added in the order of the query, so that the sum has the same bits each time.
  private double weight(Set<String> found) {
    double sum = 0;
    for (Map.Entry<String, Double> term : weights.entrySet()) {
      sum += found.contains(term.getKey()) ? term.getValue() : 0;
    }
    return sum;
  }
}
