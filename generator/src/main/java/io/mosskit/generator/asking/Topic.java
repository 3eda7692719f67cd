package io.mosskit.generator.asking;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.chance.Ids;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.Sampling;
import java.util.List;

/// What is wanted from the teacher, however often it has to be asked.
///
/// @param stage `expand-prompts`, `evolve-prompt`, `user-turn` or `reply`
/// @param key what it belongs to: a round and draw, or a dialogue and turn
/// @param teacher the name of who is asked
/// @param sampling how answers are drawn; the seed in it is not used
/// @param form what answers must look like
public record Topic(String stage, String key, String teacher, Sampling sampling, Form form) {

  /// The n-th question about it, from 0. Its id and its seed follow from the run's seed, the topic
  /// and the number, so that they are the same in every start of the run.
  Question question(long runSeed, int number, List<Message> messages) {
    String id = Ids.of("r", runSeed, stage, key, number);
    Sampling seeded =
        new Sampling(
            sampling.temperature(), sampling.topP(), sampling.maxTokens(), Dice.serverSeed(id));
    return new Question(stage, key, teacher, new ChatRequest(messages, seeded, form, id));
  }
}
