package io.mosskit.inference.chat;

import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.model.Generator.Reply;
import io.mosskit.inference.model.Generator.Request;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.inference.tokenizer.DecodeOptions;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A MOSS model on this machine where any chat model may stand. A request is written as the
/// training text has it, up to the marker of the reply; a system message takes the place of the
/// meta instruction. Each reply follows from the request and its seed alone. One request at a time;
/// others wait.
public final class LocalModel implements ChatModel {
  private final Generator generator;
  private final MossTokenizer tokenizer;
  private final String name;

  /// @param name says in replies who wrote them
  public LocalModel(Generator generator, MossTokenizer tokenizer, String name) {
    this.generator = generator;
    this.tokenizer = tokenizer;
    this.name = name;
  }

  /// The reply to a request; its form is not looked at.
  ///
  /// @throws ChatException where the messages leave no room for a reply
  @Override
  public synchronized ChatReply reply(ChatRequest request) throws ChatException {
    int[] prompt = tokenizer.encode(prompt(request.messages()).parts());
    List<Integer> stop = tokenizer.idOf(Field.MOSS.closing()).stream().boxed().toList();
    Sampling sampling = request.sampling();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(sampling.seed());
    try {
      Reply reply =
          generator.generate(
              new Request(
                  prompt, settings(sampling), TokenLimits.newTokens(sampling.maxTokens()), stop),
              random,
              _ -> true);
      String text =
          tokenizer.decode(reply.ids(), DecodeOptions.VERBATIM.skippingSpecialTokens()).strip();
      return new ChatReply(text, finish(reply.ending()), prompt.length, reply.ids().length, name);
    } catch (ContextLimitException e) {
      throw new ChatException(
          ChatException.Kind.BAD_REQUEST, String.valueOf(e.getMessage()), null, e);
    }
  }

  private static SamplingSettings settings(Sampling sampling) {
    return sampling.temperature() == 0
        ? SamplingSettings.GREEDY
        : SamplingSettings.GREEDY.withTemperature(sampling.temperature()).withTopP(sampling.topP());
  }

  private static Finish finish(Generator.Ending ending) {
    return switch (ending) {
      case STOP_TOKEN -> Finish.STOP;
      case TOKEN_LIMIT, CONTEXT_LIMIT, TIME_LIMIT -> Finish.LENGTH;
      case CANCELLED -> Finish.OTHER;
    };
  }

  private static Written prompt(List<Message> messages) {
    boolean own = messages.getFirst().role() == Role.SYSTEM;
    Written prompt =
        own
            ? Written.NOTHING.thenSaid(messages.getFirst().content() + "\n")
            : Written.NOTHING.then(MetaInstruction.plain().text());
    for (Message message : own ? messages.subList(1, messages.size()) : messages) {
      Field field = message.role() == Role.ASSISTANT ? Field.MOSS : Field.HUMAN;
      prompt =
          prompt
              .then(field.opening() + " ")
              .thenSaid(message.content())
              .then(field.closing() + "\n");
    }
    return prompt.then(Field.MOSS.opening());
  }
}
