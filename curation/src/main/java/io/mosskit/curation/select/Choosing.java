package io.mosskit.curation.select;

import io.mosskit.curation.select.Verdict.Rejected;
import io.mosskit.curation.select.Verdict.Selected;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// Decides about candidates: tags and bounds first, then from the best to the worst, each against
/// those that are selected already. Exact: every candidate is compared with every selected record,
/// so that the time is their product, and no index can pass anything over.
final class Choosing {

  private final SelectPlan plan;
  private final List<Candidate> candidates;
  private final List<float[]> vectors;
  private final @Nullable Verdict[] verdicts;
  private final Map<String, Integer> taken = new HashMap<>();
  private final List<Candidate> selected = new ArrayList<>();

  /// @param vectors of length 1 or 0, one for each candidate; none where diversity is not wanted
  Choosing(SelectPlan plan, List<Candidate> candidates, List<float[]> vectors) {
    this.plan = plan;
    this.candidates = candidates;
    this.vectors = vectors;
    this.verdicts = new Verdict[candidates.size()];
  }

  /// The verdict on each candidate, in their order.
  List<Verdict> verdicts() {
    List<Candidate> tagged = tagged();
    List<Candidate> ranked = new ArrayList<>(withinBounds(tagged));
    if (plan.by().isPresent()) {
      Comparator<Candidate> better =
          Comparator.comparingDouble(candidate -> candidate.score().orElseThrow());
      ranked.sort(plan.lowestFirst() ? better : better.reversed());
    }
    int most = plan.most().of(tagged.size());
    switch (plan.diversity()) {
      case Diversity.Any _ -> take(ranked, most, 0);
      case Diversity.Apart(double distance) -> take(ranked, most, distance);
      case Diversity.Farthest _ -> takeFarthest(ranked, most);
    }
    return Arrays.stream(verdicts).map(Objects::requireNonNull).toList();
  }

  /// Those that have the tags; of them alone are percentiles and shares.
  private List<Candidate> tagged() {
    List<Candidate> tagged = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.lacking().isEmpty()) {
        tagged.add(candidate);
      } else {
        reject(
            candidate,
            "not_tagged",
            "it has no tag " + String.join(" or ", candidate.lacking()),
            Json.object().put("lacking", candidate.lacking()).build());
      }
    }
    return tagged;
  }

  private List<Candidate> withinBounds(List<Candidate> tagged) {
    if (plan.by().isEmpty()) {
      return tagged;
    }
    String by = plan.by().get().name();
    double[] all =
        tagged.stream().flatMapToDouble(candidate -> candidate.score().stream()).toArray();
    Spread spread = Spread.of(all);
    SelectPlan.Bounds bounds = plan.bounds();
    double least =
        bounds.fromPercentile() == 0
            ? Double.NEGATIVE_INFINITY
            : spread.at(bounds.fromPercentile());
    double greatest =
        bounds.toPercentile() == 100 ? Double.POSITIVE_INFINITY : spread.at(bounds.toPercentile());
    List<Candidate> within = new ArrayList<>();
    for (Candidate candidate : tagged) {
      if (candidate.score().isEmpty()) {
        reject(
            candidate, "no_score", "it has no number " + by, Json.object().put("by", by).build());
        continue;
      }
      double score = candidate.score().getAsDouble();
      if (score < bounds.least().orElse(score)) {
        reject(candidate, score, "below_least", "at least", bounds.least().getAsDouble());
      } else if (score > bounds.greatest().orElse(score)) {
        reject(candidate, score, "above_greatest", "at most", bounds.greatest().getAsDouble());
      } else if (score < least) {
        reject(candidate, score, "below_percentile", "from the percentile on,", least);
      } else if (score > greatest) {
        reject(candidate, score, "above_percentile", "up to the percentile,", greatest);
      } else {
        within.add(candidate);
      }
    }
    return within;
  }

  private void reject(
      Candidate candidate, double score, String reason, String wanted, double bound) {
    String by = plan.by().orElseThrow().name();
    reject(
        candidate,
        reason,
        "its %s is %s; wanted is %s %s".formatted(by, round(score), wanted, round(bound)),
        Json.object().put("by", by).put("score", score).put("bound", bound).build());
  }

  /// Takes the best whose categories are not full, and from which no selected one is nearer than a
  /// distance.
  private void take(List<Candidate> ranked, int most, double distance) {
    int rank = 0;
    for (Candidate candidate : ranked) {
      rank++;
      if (selected.size() == most) {
        rejectRank(candidate, rank, most);
      } else if (!rejectFull(candidate) && !(distance > 0 && rejectNear(candidate, distance))) {
        select(candidate);
      }
    }
  }

  private void select(Candidate candidate) {
    selected.add(candidate);
    taken.merge(candidate.category(), 1, Integer::sum);
    verdicts[candidate.number()] = new Selected(selected.size());
  }

  private void rejectRank(Candidate candidate, int rank, int most) {
    reject(
        candidate,
        "not_among_best",
        "it comes %d. in the ranking, and %d are selected before it".formatted(rank, most),
        Json.object().put("rank", rank).put("selected", most).build());
  }

  private boolean rejectFull(Candidate candidate) {
    int quota = plan.quotas().of(candidate.category());
    if (taken.getOrDefault(candidate.category(), 0) < quota) {
      return false;
    }
    reject(
        candidate,
        "quota_reached",
        "%d records of the category %s are selected, which is its quota"
            .formatted(quota, candidate.category()),
        Json.object().put("category", candidate.category()).put("quota", quota).build());
    return true;
  }

  private boolean rejectNear(Candidate candidate, double distance) {
    Candidate nearest = null;
    double least = distance;
    for (Candidate other : selected) {
      double to = distance(candidate, other);
      if (to < least) {
        least = to;
        nearest = other;
      }
    }
    if (nearest == null) {
      return false;
    }
    rejectNear(candidate, nearest, least, "too_near");
    return true;
  }

  private void rejectNear(Candidate candidate, Candidate nearest, double to, String reason) {
    reject(
        candidate,
        reason,
        "the selected record %s is %s away".formatted(nearest.id(), round(to)),
        Json.object().put("kept", nearest.id()).put("distance", to).build());
  }

  /// Takes the best, then again and again the one that is farthest from all taken.
  private void takeFarthest(List<Candidate> ranked, int most) {
    List<Candidate> left = new ArrayList<>(ranked);
    double[] nearest = new double[candidates.size()];
    Candidate[] nearestOf = new Candidate[candidates.size()];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    while (selected.size() < most) {
      left.removeIf(this::rejectFull);
      if (left.isEmpty()) {
        return;
      }
      Candidate farthest = left.getFirst();
      for (Candidate candidate : left) {
        farthest = nearest[candidate.number()] > nearest[farthest.number()] ? candidate : farthest;
      }
      left.remove(farthest);
      select(farthest);
      for (Candidate candidate : left) {
        double to = distance(candidate, farthest);
        if (to < nearest[candidate.number()]) {
          nearest[candidate.number()] = to;
          nearestOf[candidate.number()] = farthest;
        }
      }
    }
    for (Candidate candidate : left) {
      rejectNear(
          candidate,
          nearestOf[candidate.number()],
          nearest[candidate.number()],
          "not_among_farthest");
    }
  }

  /// 1 − cos; 1 from a vector of zeros, which is near nothing.
  private double distance(Candidate a, Candidate b) {
    float[] x = vectors.get(a.number());
    float[] y = vectors.get(b.number());
    return x.length == 0 || y.length == 0 ? 1 : 1 - VectorUtil.dotProduct(x, y);
  }

  private void reject(Candidate candidate, String reason, String detail, Json.Obj values) {
    verdicts[candidate.number()] = new Rejected(reason, detail, values);
  }

  private static String round(double number) {
    return String.format(Locale.ROOT, "%.4g", number);
  }
}
