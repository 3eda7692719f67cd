package io.mosskit.generator.novelty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Self-Instruct's gate: a prompt is new unless its ROUGE-L F1 with an earlier one exceeds a
/// threshold.
///
/// For texts of n and m [io.mosskit.schema.text.Units] whose longest common subsequence has l of
/// them, precision is l/n, recall l/m, and F1 = 2l / (n + m). Nothing is stemmed and nothing is
/// left out. Every decision, the nearest prompt and its score are what a comparison with all gives;
/// [Segment] says how it is had without.
///
/// Prompts are indexed in segments, each at least three times as large as all after it; the last
/// few wait unindexed and are compared one by one. So a prompt is indexed again only a few times
/// while the pool grows, and a pool that is filled before it is asked has one segment.
///
/// Source: doi 10.18653/v1/2023.acl-long.754, section 2.2. Not thread-safe; see [#newJudge].
public final class NoveltyGate {

  private static final int UNINDEXED = 128;
  private static final int RATIO = 3;

  private final double threshold;
  private final double floor;
  private final int unindexed;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Prompts prompts = new Prompts();
  private final List<Segment> segments = new ArrayList<>();
  private final NoveltyJudge.Scratch scratch;

  /// @param threshold the greatest score that a new prompt may have, in [0, 1]
  public NoveltyGate(double threshold) {
    this(threshold, 0);
  }

  /// A gate that does not look for a nearest prompt whose score is below a floor, which makes it
  /// faster; decisions are the same.
  ///
  /// @param threshold the greatest score that a new prompt may have, in [0, 1]
  /// @param floor at most the threshold; 0 finds the nearest of all
  /// @throws IllegalArgumentException where one of them is outside its range
  public NoveltyGate(double threshold, double floor) {
    this(threshold, floor, UNINDEXED);
  }

  /// @param unindexed how many prompts may wait unindexed
  NoveltyGate(double threshold, double floor, int unindexed) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold is in [0, 1], not " + threshold);
    }
    if (!(floor >= 0 && floor <= threshold)) {
      throw new IllegalArgumentException(
          "a floor is in [0, " + threshold + "], the threshold, not " + floor);
    }
    this.threshold = threshold;
    this.floor = floor;
    this.unindexed = unindexed;
    this.scratch = new NoveltyJudge.Scratch(floor);
  }

  /// How many prompts later ones are compared with.
  public int size() {
    return prompts.size();
  }

  /// Remembers a prompt; every later one is compared with it.
  public void add(String id, String text) {
    prompts.add(id, vocabulary.add(text));
  }

  /// Whether a prompt is new among those added so far.
  public Novelty judge(String text) {
    return judge(scratch).judge(text);
  }

  /// Whether a prompt is new among those added so far, some left out of account.
  ///
  /// @param except the ids of those that it may be near to
  public Novelty judge(String text, Set<String> except) {
    return judge(scratch).judge(text, except);
  }

  /// A judge for one more thread, over the prompts added so far. Judges may work at once, as long
  /// as nothing is added.
  public NoveltyJudge newJudge() {
    return judge(new NoveltyJudge.Scratch(floor));
  }

  private NoveltyJudge judge(NoveltyJudge.Scratch room) {
    index();
    return new NoveltyJudge(threshold, vocabulary, prompts, segments, room);
  }

  private void index() {
    int from = segments.isEmpty() ? 0 : segments.getLast().from() + segments.getLast().size();
    if (prompts.size() - from <= unindexed) {
      return;
    }
    while (!segments.isEmpty() && segments.getLast().size() < RATIO * (prompts.size() - from)) {
      from = segments.removeLast().from();
    }
    segments.add(new Segment(prompts, from, prompts.size(), vocabulary.size(), floor));
  }
}
