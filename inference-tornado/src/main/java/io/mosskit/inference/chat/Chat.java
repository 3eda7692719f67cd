package io.mosskit.inference.chat;

import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.model.Generator.Ending;
import io.mosskit.inference.model.Generator.Reply;
import io.mosskit.inference.model.Generator.Request;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.SpecialTokens;
import io.mosskit.inference.tokenizer.StreamingDecoder;
import io.mosskit.schema.Field;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// A dialogue with a model. When it becomes longer than the model reads, its oldest turns are left
/// out, whole. For one thread.
public final class Chat {

  private final Generator generator;
  private final MossTokenizer tokenizer;
  private final Settings settings;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Deque<Written> turns = new ArrayDeque<>();
  private int forgotten;

  /// How the chat is held.
  ///
  /// @param sampling how tokens are drawn
  /// @param limits of each reply
  /// @param contextLimit how many tokens the model reads
  /// @param room how many tokens of it are kept free for a reply before old turns are left out
  public record Settings(
      ChatForm form, SamplingSettings sampling, TokenLimits limits, int contextLimit, int room) {}

  /// Begins a dialogue.
  ///
  /// @param random decides the draws
  /// @param clock for the receipts of plugins
  public Chat(
      Generator generator,
      MossTokenizer tokenizer,
      Settings settings,
      RandomGenerator random,
      InstantSource clock) {
    this.generator = generator;
    this.tokenizer = tokenizer;
    this.settings = settings;
    this.random = random;
    this.clock = clock;
  }

  /// Forgets all turns.
  public void clear() {
    turns.clear();
  }

  /// How many turns the next prompt may hold.
  public int turns() {
    return turns.size();
  }

  /// Answers what the user says. A reply that was cut short belongs to the dialogue as it is.
  ///
  /// @throws ContextLimitException if these words alone are too long; the dialogue is as before
  public ChatAnswer say(String words, ChatListener listener) {
    forgotten = 0;
    Written human =
        Written.NOTHING
            .then(Field.HUMAN.opening() + " ")
            .thenSaid(words)
            .then(Field.HUMAN.closing());
    return switch (settings.form()) {
      case ChatForm.CliDemo _ -> reply(human, listener);
      case ChatForm.WithPlugins plugins -> replyWithPlugins(human.then("\n"), plugins, listener);
    };
  }

  private ChatAnswer reply(Written human, ChatListener listener) {
    ReplyText text = new ReplyText(listener);
    Part part = write(human, Field.MOSS, SpecialTokens.SKIPPED, text::accept, listener);
    turns.addLast(human.thenSaid(part.text()));
    return answer(part, text.body());
  }

  private ChatAnswer replyWithPlugins(
      Written human, ChatForm.WithPlugins plugins, ChatListener listener) {
    Part first = write(human, Field.COMMANDS, SpecialTokens.KEPT, listener::thoughts, listener);
    Written so = human.then(first.text());
    if (first.reply().ending() != Ending.STOP_TOKEN) {
      turns.addLast(so.then("\n"));
      return answer(first, "");
    }
    PluginTurn executed = PluginTurn.of(first.text(), plugins, clock);
    executed.tell(listener);
    Written prompt =
        so.then("\n" + Field.TOOL_RESPONSES.opening())
            .thenSaid(executed.resultsBody())
            .then(Field.TOOL_RESPONSES.closing() + "\n" + Field.MOSS.opening());
    ReplyText text = new ReplyText(listener);
    Part second = write(prompt, Field.MOSS, SpecialTokens.SKIPPED, text::accept, listener);
    turns.addLast(prompt.thenSaid(second.text()).then(Field.MOSS.closing() + "\n"));
    return answer(second, text.body()).after(first.reply(), first.promptTokens());
  }

  /// What the model wrote in one go.
  private record Part(Reply reply, String text, int promptTokens) {}

  private ChatAnswer answer(Part part, String text) {
    Reply reply = part.reply();
    return new ChatAnswer(
        text,
        reply.ending(),
        part.promptTokens() - reply.cachedTokens(),
        reply.ids().length,
        reply.reading(),
        reply.writing(),
        forgotten);
  }

  private Part write(
      Written turn,
      Field until,
      SpecialTokens specialTokens,
      Consumer<String> pieces,
      ChatListener listener) {
    int[] prompt = prompt(turn);
    StreamingDecoder decoder = tokenizer.newStreamingDecoder(specialTokens);
    StringBuilder text = new StringBuilder();
    Request request =
        new Request(prompt, settings.sampling(), settings.limits(), stopTokens(until));
    Reply reply =
        generator.generate(
            request,
            random,
            id -> {
              show(decoder.accept(id), text, pieces);
              return listener.goesOn();
            });
    show(decoder.finish(), text, pieces);
    return new Part(reply, text.toString(), prompt.length);
  }

  private static void show(String piece, StringBuilder text, Consumer<String> pieces) {
    if (!piece.isEmpty()) {
      text.append(piece);
      pieces.accept(piece);
    }
  }

  private List<Integer> stopTokens(Field field) {
    return tokenizer.idOf(field.closing()).stream().boxed().toList();
  }

  /// The prompt with as many of the last turns as leave room for a reply. Turns that do not fit now
  /// will not fit later either.
  private int[] prompt(Written turn) {
    List<Written> kept = new ArrayList<>(turns);
    int[] ids = encode(kept, turn);
    while (ids.length + settings.room() > settings.contextLimit() && !kept.isEmpty()) {
      kept.removeFirst();
      ids = encode(kept, turn);
    }
    if (ids.length >= settings.contextLimit()) {
      throw new ContextLimitException(ids.length + 1L, settings.contextLimit());
    }
    for (; turns.size() > kept.size(); forgotten++) {
      turns.removeFirst();
    }
    return ids;
  }

  private int[] encode(List<Written> before, Written turn) {
    Written all = Written.NOTHING.then(settings.form().preamble());
    for (Written each : before) {
      all = all.then(each);
    }
    return tokenizer.encode(all.then(turn).parts());
  }
}
