package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Scored;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.inference.tokenizer.SpecialTokens;
import io.mosskit.inference.tokenizer.StreamingDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What follows one prompt, on its way.
final class CompletionChoice {

  private final int index;
  private final Task.Write task;
  private final StreamingDecoder promptDecoder;
  private final StringBuilder prompt = new StringBuilder();
  private final List<Placed> promptTokens = new ArrayList<>();
  private final List<Placed> tokens = new ArrayList<>();
  private final ReplyBuilder reply;
  private long written;
  private long cached;
  private int told;
  private int toldCharacters;
  private @Nullable String finish;

  CompletionChoice(CompletionCall call, ServedModel model, int index) {
    this.index = index;
    int choices = call.manner().choices();
    task =
        new Task.Write(
            call.prompts().get(index / choices),
            call.manner().drawing(index % choices, call.stops(model)),
            call.most().get(index / choices),
            call.telling());
    promptDecoder = model.tokenizer().newStreamingDecoder();
    if (call.echo()) {
      prompt.append(model.tokenizer().decode(task.prompt()));
    }
    reply =
        new ReplyBuilder(
            model.tokenizer().newStreamingDecoder(SpecialTokens.KEPT),
            call.manner().stops(),
            false);
  }

  Task task() {
    return task;
  }

  /// What a stream says of an event.
  ///
  /// @param from the index of the piece's first `char` among all that were told
  /// @param offset the same, counted in characters of Unicode
  /// @param finish why it ended; null where it goes on
  record Told(ReplyBuilder.Piece piece, int from, int offset, @Nullable String finish) {}

  Optional<Told> take(Event event, Asking asking) {
    if (finish != null) {
      return Optional.empty();
    }
    return switch (event) {
      case Event.Begun begun -> {
        cached = begun.cachedTokens();
        yield Optional.empty();
      }
      case Event.Read(_, Scored token) -> {
        read(token);
        yield Optional.empty();
      }
      case Event.Written(_, Scored token) -> write(token, asking);
      case Event.Ended(_, boolean byStopToken) ->
          Optional.of(finish("", List.of(), byStopToken ? "stop" : "length"));
      case Event.Embedded _, Event.Failed _ -> Optional.empty();
    };
  }

  private void read(Scored token) {
    int start = promptTokens.isEmpty() ? 0 : promptTokens.getLast().end();
    int end = start + promptDecoder.accept(token.id()).length();
    promptTokens.add(new Placed(token, start, end));
  }

  private Optional<Told> write(Scored token, Asking asking) {
    written++;
    if (task.drawing().stopTokens().contains(token.id())) {
      return Optional.empty();
    }
    ReplyBuilder.Piece piece = reply.accept(token);
    if (reply.isStopped()) {
      asking.giveUp(index);
      return Optional.of(finish(piece.text(), piece.tokens(), "stop"));
    }
    return piece.isEmpty() ? Optional.empty() : Optional.of(told(piece, null));
  }

  private Told finish(String text, List<Placed> before, String why) {
    finish = why;
    ReplyBuilder.Piece rest = reply.finish();
    List<Placed> all = new ArrayList<>(before);
    all.addAll(rest.tokens());
    return told(new ReplyBuilder.Piece(text + rest.text(), all), why);
  }

  private Told told(ReplyBuilder.Piece piece, @Nullable String why) {
    Told now = new Told(piece, told, toldCharacters, why);
    tokens.addAll(piece.tokens());
    told += piece.text().length();
    toldCharacters += piece.text().codePointCount(0, piece.text().length());
    return now;
  }

  boolean isDone() {
    return finish != null;
  }

  String finish() {
    return finish == null ? "" : finish;
  }

  long cached() {
    return cached;
  }

  long writtenTokens() {
    return written;
  }

  /// The prompt, where it was asked back, and what follows it.
  String text() {
    return prompt + reply.told();
  }

  /// The tokens of that text.
  List<Placed> tokens() {
    List<Placed> all = new ArrayList<>(promptTokens);
    for (Placed placed : tokens) {
      all.add(
          new Placed(
              placed.token(), placed.start() + prompt.length(), placed.end() + prompt.length()));
    }
    return all;
  }
}
