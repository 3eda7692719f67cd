package io.mosskit.generator.novelty;

import java.util.List;
import java.util.Set;

/// Judges prompts against those that a gate held when this judge was made. Each thread takes a
/// judge of its own from [NoveltyGate#newJudge]; several may judge at once, as long as nothing is
/// added to the gate meanwhile.
public final class NoveltyJudge {

  private final double threshold;
  private final Vocabulary vocabulary;
  private final Prompts prompts;
  private final List<Segment> segments;
  private final int indexed;
  private final int size;
  private final Candidate candidate;
  private final Nearest nearest;

  NoveltyJudge(
      double threshold,
      Vocabulary vocabulary,
      Prompts prompts,
      List<Segment> segments,
      Scratch scratch) {
    this.threshold = threshold;
    this.vocabulary = vocabulary;
    this.prompts = prompts;
    this.segments = List.copyOf(segments);
    this.indexed = segments.isEmpty() ? 0 : segments.getLast().from() + segments.getLast().size();
    this.size = prompts.size();
    this.candidate = scratch.candidate();
    this.nearest = scratch.nearest();
  }

  /// What a thread writes to while it judges.
  record Scratch(Candidate candidate, Nearest nearest) {

    Scratch(double floor) {
      this(new Candidate(), new Nearest(floor));
    }
  }

  /// Whether a prompt is new.
  public Novelty judge(String text) {
    return judge(text, Set.of());
  }

  /// Whether a prompt is new, some left out of account.
  ///
  /// @param except the ids of those that it may be near to
  public Novelty judge(String text, Set<String> except) {
    candidate.set(vocabulary.find(text), vocabulary.size());
    nearest.clear(prompt -> except.contains(prompts.id(prompt)));
    for (Segment segment : segments) {
      segment.search(candidate, nearest);
    }
    for (int prompt = indexed; prompt < size; prompt++) {
      int length = prompts.length(prompt);
      if (nearest.isReachedBy(
          Math.min(length, candidate.length()), (long) candidate.length() + length, prompt)) {
        candidate.compare(prompts, prompt, nearest);
      }
    }
    return nearest.isFound()
        ? new Novelty(!(nearest.score() > threshold), prompts.id(nearest.prompt()), nearest.score())
        : new Novelty(true, null, 0);
  }
}
