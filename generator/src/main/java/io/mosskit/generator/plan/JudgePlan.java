package io.mosskit.generator.plan;

import io.mosskit.schema.chat.Sampling;
import java.util.Locale;

/// How finished dialogues are judged.
///
/// @param teacher the name of the judge among the teachers of the run
/// @param minScore a dialogue is rejected that has less than this in any criterion; from 1, which
///   rejects none, to 5
/// @param share of the dialogues that are judged, in [0, 1]
/// @param unreadable what becomes of a dialogue whose judgement cannot be read
/// @param retries how often a judgement is asked for again that cannot be read, at least 0
/// @param sampling how judgements are drawn
public record JudgePlan(
    String teacher,
    int minScore,
    double share,
    Unreadable unreadable,
    int retries,
    Sampling sampling) {

  private static final int BEST = 5;

  /// What becomes of a dialogue whose judgement cannot be read.
  public enum Unreadable {
    /// It is kept, marked as not judged.
    KEEP,
    /// It is rejected.
    REJECT;

    /// The name in recipes: `keep`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public JudgePlan {
    if (minScore < 1 || minScore > BEST || !(share >= 0 && share <= 1) || retries < 0) {
      throw new IllegalArgumentException(
          "judge: 1 <= min-score %d <= 5, 0 <= share %s <= 1, retries %d at least 0"
              .formatted(minScore, share, retries));
    }
  }

  /// A judge of every dialogue that draws nothing by chance, rejects those with a score below 3 and
  /// keeps those whose judgement cannot be read: they are paid for, and a judge that stammers says
  /// nothing about them.
  public static JudgePlan of(String teacher) {
    return new JudgePlan(teacher, 3, 1, Unreadable.KEEP, 2, new Sampling(0, 1, 1024, 0));
  }

  public JudgePlan withMinScore(int minScore) {
    return new JudgePlan(teacher, minScore, share, unreadable, retries, sampling);
  }

  public JudgePlan withShare(double share) {
    return new JudgePlan(teacher, minScore, share, unreadable, retries, sampling);
  }

  public JudgePlan withUnreadable(Unreadable unreadable) {
    return new JudgePlan(teacher, minScore, share, unreadable, retries, sampling);
  }

  public JudgePlan withSampling(Sampling sampling) {
    return new JudgePlan(teacher, minScore, share, unreadable, retries, sampling);
  }

  /// Everything here that dialogues depend on, in one line.
  String text() {
    return "%s, min-score %d, share %s, unreadable %s, retries %d, %s"
        .formatted(
            teacher, minScore, share, unreadable.label(), retries, GenerationPlan.text(sampling));
  }
}
