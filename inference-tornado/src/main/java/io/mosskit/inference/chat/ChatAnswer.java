package io.mosskit.inference.chat;

import io.mosskit.inference.model.Generator.Ending;
import io.mosskit.inference.model.Generator.Reply;
import java.time.Duration;

/// What became of a turn.
///
/// @param text the reply, without markers
/// @param ending why it ended
/// @param readTokens tokens of the prompt that were computed anew
/// @param newTokens tokens that the model wrote, thoughts and commands among them
/// @param reading how long the former took
/// @param writing how long the latter took
/// @param forgottenTurns how many of the oldest turns had to be left out of the prompt
public record ChatAnswer(
    String text,
    Ending ending,
    int readTokens,
    int newTokens,
    Duration reading,
    Duration writing,
    int forgottenTurns) {

  /// New tokens a second, 0 where no time passed.
  public double tokensPerSecond() {
    return writing.isZero() ? 0 : newTokens * 1e9 / writing.toNanos();
  }

  /// The same answer after a part that was written before it.
  ChatAnswer after(Reply part, int promptTokens) {
    return new ChatAnswer(
        text,
        ending,
        readTokens + promptTokens - part.cachedTokens(),
        newTokens + part.ids().length,
        reading.plus(part.reading()),
        writing.plus(part.writing()),
        forgottenTurns);
  }
}
