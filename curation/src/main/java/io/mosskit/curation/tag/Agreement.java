package io.mosskit.curation.tag;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// How far annotators agree beyond what chance would bring about.
///
/// @param annotators in their order, each with the labels by the id of what was labelled
public record Agreement(Map<String, Map<String, String>> annotators) {

  /// Two annotators over what both have labelled.
  ///
  /// @param items how many
  /// @param observed the share on which they agree
  /// @param kappa Cohen's kappa: 1 is agreement, 0 chance; 1 where both always say the same one
  ///   label
  public record Pair(String first, String second, long items, double observed, double kappa) {}

  /// @throws IllegalArgumentException if there are fewer than two
  public Agreement {
    if (annotators.size() < 2) {
      throw new IllegalArgumentException(
          "expected two annotators or more, found " + annotators.keySet());
    }
    annotators = new LinkedHashMap<>(annotators);
  }

  /// Each pair of annotators. Source: Cohen, A Coefficient of Agreement for Nominal Scales, 1960.
  public List<Pair> pairs() {
    List<String> names = List.copyOf(annotators.keySet());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        pairs.add(pair(names.get(i), names.get(j)));
      }
    }
    return pairs;
  }

  private Pair pair(String first, String second) {
    Map<String, String> left = labels(first);
    Map<String, String> right = labels(second);
    Map<String, Long> leftCounts = new TreeMap<>();
    Map<String, Long> rightCounts = new TreeMap<>();
    long items = 0;
    long same = 0;
    for (Map.Entry<String, String> labelled : left.entrySet()) {
      String other = right.get(labelled.getKey());
      if (other != null) {
        items++;
        same += other.equals(labelled.getValue()) ? 1 : 0;
        leftCounts.merge(labelled.getValue(), 1L, Long::sum);
        rightCounts.merge(other, 1L, Long::sum);
      }
    }
    double n = Math.max(1, items);
    double expected = 0;
    for (Map.Entry<String, Long> count : leftCounts.entrySet()) {
      expected += count.getValue() / n * (rightCounts.getOrDefault(count.getKey(), 0L) / n);
    }
    return new Pair(first, second, items, same / n, items == 0 ? 0 : beyond(same / n, expected));
  }

  private Map<String, String> labels(String annotator) {
    return annotators.getOrDefault(annotator, Map.of());
  }

  private static double beyond(double observed, double expected) {
    return expected == 1 ? 1 : (observed - expected) / (1 - expected);
  }

  /// What all annotators have labelled, by id: each with how many gave it each label.
  public Map<String, Map<String, Long>> common() {
    Map<String, Map<String, Long>> common = new TreeMap<>();
    for (String id : new TreeSet<>(annotators.values().iterator().next().keySet())) {
      if (annotators.values().stream().allMatch(labels -> labels.containsKey(id))) {
        Map<String, Long> votes = new TreeMap<>();
        for (Map<String, String> labels : annotators.values()) {
          votes.merge(labels.getOrDefault(id, ""), 1L, Long::sum);
        }
        common.put(id, votes);
      }
    }
    return common;
  }

  /// Fleiss' kappa over what all have labelled; 0 where that is nothing. Source: Fleiss, Measuring
  /// Nominal Scale Agreement Among Many Raters, 1971.
  public double fleiss() {
    return fleiss(List.copyOf(common().values()), annotators.size());
  }

  /// Fleiss' kappa of a table of votes.
  ///
  /// @param votes of each item, how many gave it each label; their sum is `raters`
  static double fleiss(List<Map<String, Long>> votes, int raters) {
    if (votes.isEmpty()) {
      return 0;
    }
    Map<String, Long> totals = new TreeMap<>();
    double observed = 0;
    for (Map<String, Long> item : votes) {
      long squares = item.values().stream().mapToLong(count -> count * count).sum();
      observed += (double) (squares - raters) / (raters * (raters - 1L));
      item.forEach((label, count) -> totals.merge(label, count, Long::sum));
    }
    double all = (double) votes.size() * raters;
    double expected = totals.values().stream().mapToDouble(n -> n / all * (n / all)).sum();
    return beyond(observed / votes.size(), expected);
  }

  /// How often each annotator gave each label, by label and then in the order of annotators.
  public Map<String, List<Long>> counts() {
    Map<String, List<Long>> counts = new TreeMap<>();
    for (Map<String, String> labels : annotators.values()) {
      for (String label : labels.values()) {
        counts.computeIfAbsent(label, this::countsOf);
      }
    }
    return counts;
  }

  private List<Long> countsOf(String label) {
    return annotators.values().stream()
        .map(labels -> labels.values().stream().filter(label::equals).count())
        .toList();
  }

  /// The ids on which not all agree, with what each said.
  public Map<String, List<String>> disputed() {
    Map<String, List<String>> disputed = new TreeMap<>();
    common()
        .forEach((id, votes) -> {
          if (votes.size() > 1) {
            disputed.put(
                id,
                annotators.values().stream().map(labels -> labels.getOrDefault(id, "")).toList());
          }
        });
    return disputed;
  }

  /// All figures, for programs.
  public Json.Obj json() {
    List<Json> pairs = new ArrayList<>();
    for (Pair pair : pairs()) {
      pairs.add(
          Json.object()
              .put("first", pair.first())
              .put("second", pair.second())
              .put("items", pair.items())
              .put("observed", Decimals.rounded(pair.observed()))
              .put("cohen_kappa", Decimals.rounded(pair.kappa()))
              .build());
    }
    var counts = Json.object();
    counts()
        .forEach((label, byAnnotator) ->
            counts.put(label, Json.of(byAnnotator.stream().map(Json::of).toList())));
    var disputed = Json.object();
    disputed().forEach(disputed::put);
    return Json.object()
        .put("annotators", List.copyOf(annotators.keySet()))
        .put("common_items", common().size())
        .put("fleiss_kappa", Decimals.rounded(fleiss()))
        .put("pairs", Json.of(pairs))
        .put("counts", counts.build())
        .put("disputed", disputed.build())
        .build();
  }
}
