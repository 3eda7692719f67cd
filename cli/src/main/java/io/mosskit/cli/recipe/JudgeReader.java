package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.JudgePlan.Unreadable;

/// Reads how finished dialogues are judged.
final class JudgeReader {

  private JudgeReader() {}

  static JudgePlan read(Section section) throws RecipeException {
    String teacher =
        section
            .text("teacher")
            .orElseThrow(() -> section.error("name the judge: teacher: NAME, one of the teachers"));
    try {
      JudgePlan plan = JudgePlan.of(teacher);
      JudgePlan changed =
          plan.withMinScore(section.number("min-score", plan.minScore()))
              .withShare(section.decimal("share", plan.share()))
              .withUnreadable(
                  section
                      .value("unreadable", JudgeReader::unreadable, "keep or reject")
                      .orElse(plan.unreadable()));
      section.end();
      return changed;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static Unreadable unreadable(String label) {
    return switch (label) {
      case "keep" -> Unreadable.KEEP;
      case "reject" -> Unreadable.REJECT;
      default -> throw new IllegalArgumentException(label);
    };
  }
}
