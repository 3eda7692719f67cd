package io.mosskit.generator.tokens;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.convert.TrainingText;
import java.util.List;

/// How many tokens a dialogue may be as MOSS is trained on it: meta instruction, markers and all.
///
/// @param maxTokens at most so many, at least 512
/// @param count how they are counted
public record TokenBudget(int maxTokens, TokenCount count) {

  private static final int LEAST = 512;

  public TokenBudget {
    if (maxTokens < LEAST) {
      throw new IllegalArgumentException(
          "max-tokens is at least %d, not %d: the meta instruction alone takes about 320"
              .formatted(LEAST, maxTokens));
    }
  }

  /// How many tokens are left beside these turns of a dialogue without plugins, negative where they
  /// are too many.
  public int leftBeside(List<Turn> turns) {
    return leftBeside(MetaInstruction.plain(), turns);
  }

  /// How many tokens are left beside these turns, negative where they are too many.
  public int leftBeside(MetaInstruction meta, List<Turn> turns) {
    return maxTokens - of(meta, turns);
  }

  /// How many tokens a dialogue of these turns without plugins is. The parts of a training text are
  /// tokenised each by itself, so their tokens add up.
  public int of(List<Turn> turns) {
    return of(MetaInstruction.plain(), turns);
  }

  /// How many tokens a dialogue of these turns is under that meta instruction.
  public int of(MetaInstruction meta, List<Turn> turns) {
    Conversation dialogue = Conversation.of("", meta, turns);
    return TrainingText.of(dialogue).pieces().stream().mapToInt(p -> count.of(p.text())).sum();
  }

  /// `2048 tokens by estimate@1`.
  public String text() {
    return maxTokens + " tokens by " + count.name();
  }
}
