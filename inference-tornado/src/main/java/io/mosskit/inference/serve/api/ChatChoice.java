package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Scored;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.inference.tokenizer.SpecialTokens;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One reply to a chat on its way. Where functions are offered, the model first writes its thoughts
/// and commands; if they call something, that is the answer, else it goes on to the reply.
final class ChatChoice {

  private final ChatCall call;
  private final ServedModel model;
  private final int index;
  private final Task.Drawing replying;
  private final List<Integer> written = new ArrayList<>();
  private final List<Placed> tokens = new ArrayList<>();
  private @Nullable ReplyBuilder commands;
  private final ReplyBuilder reply;
  private Commanding commanding = new Commanding("", List.of());
  private long cached;
  private @Nullable String finish;

  ChatChoice(ChatCall call, ServedModel model, int index) {
    this.call = call;
    this.model = model;
    this.index = index;
    replying = call.manner().drawing(index, call.stops(Field.MOSS, model));
    reply = builder(SpecialTokens.SKIPPED, call.manner().stops(), true);
    if (call.dialogue().awaits() == Dialogue.Awaits.COMMANDS) {
      commands = builder(SpecialTokens.KEPT, List.of(), false);
    }
  }

  private ReplyBuilder builder(SpecialTokens special, List<String> stops, boolean afterMarker) {
    return new ReplyBuilder(model.tokenizer().newStreamingDecoder(special), stops, afterMarker);
  }

  /// What is asked first.
  Task first() {
    return commands == null
        ? new Task.Write(call.prompt(), replying, call.most(), call.telling())
        : new Task.Write(
            call.prompt(),
            new Task.Drawing(
                replying.settings(), replying.random(), call.stops(Field.COMMANDS, model)),
            call.most(),
            Task.Telling.IDS);
  }

  /// What a stream says of an event; empty where it says nothing.
  ///
  /// @param delta what is new of the message
  /// @param finish why the reply ended; null where it goes on
  record Told(Json.Obj delta, List<Placed> tokens, @Nullable String finish) {}

  Optional<Told> take(Event event, Asking asking) {
    if (finish != null) {
      return Optional.empty();
    }
    return switch (event) {
      case Event.Begun begun -> begin(begun);
      case Event.Written(_, Scored token) -> write(token, asking);
      case Event.Ended(_, boolean byStopToken) -> end(byStopToken, asking);
      case Event.Read _, Event.Embedded _, Event.Failed _ -> Optional.empty();
    };
  }

  private Optional<Told> begin(Event.Begun begun) {
    if (!written.isEmpty()) {
      return Optional.empty();
    }
    cached = begun.cachedTokens();
    return Optional.of(told(Json.object().put("role", "assistant").put("content", ""), List.of()));
  }

  private Optional<Told> write(Scored token, Asking asking) {
    written.add(token.id());
    if (commands != null) {
      commands.accept(token);
      return Optional.empty();
    }
    if (replying.stopTokens().contains(token.id())) {
      return Optional.empty();
    }
    ReplyBuilder.Piece piece = reply.accept(token);
    if (reply.isStopped()) {
      asking.giveUp(index);
      return Optional.of(finish(piece, "stop"));
    }
    return piece.isEmpty() ? Optional.empty() : Optional.of(told(piece));
  }

  private Optional<Told> end(boolean byStopToken, Asking asking) {
    if (commands == null) {
      return Optional.of(
          finish(new ReplyBuilder.Piece("", List.of()), byStopToken ? "stop" : "length"));
    }
    String text = commands.told() + commands.finish().text();
    commands = null;
    commanding = Commanding.read(text, call.offered());
    if (!byStopToken) {
      return Optional.of(told(thoughts(), "length"));
    }
    if (!commanding.calls().isEmpty()) {
      return Optional.of(told(thoughts().put("tool_calls", calls(true)), "tool_calls"));
    }
    return goOn(asking);
  }

  /// Goes on to the reply with the very tokens that were written, and no results.
  private Optional<Told> goOn(Asking asking) {
    int[] between = model.tokenizer().encode(Dialogue.noResults());
    int[] prompt =
        IntStream.concat(
                IntStream.concat(
                    IntStream.of(call.prompt()), written.stream().mapToInt(Integer::intValue)),
                IntStream.of(between))
            .toArray();
    int most = Math.min(call.most() - written.size(), model.engine().context() - prompt.length);
    if (most < 1) {
      return Optional.of(told(thoughts(), "length"));
    }
    asking.goOn(index, new Task.Write(prompt, replying, most, call.telling()));
    return commanding.thoughts().isEmpty()
        ? Optional.empty()
        : Optional.of(told(thoughts(), List.of()));
  }

  private Told finish(ReplyBuilder.Piece before, String why) {
    ReplyBuilder.Piece rest = reply.finish();
    List<Placed> all = new ArrayList<>(before.tokens());
    all.addAll(rest.tokens());
    finish = why;
    String text = before.text() + rest.text();
    tokens.addAll(all);
    ObjBuilder delta = Json.object();
    return new Told(text.isEmpty() ? delta.build() : delta.put("content", text).build(), all, why);
  }

  private Told told(ReplyBuilder.Piece piece) {
    tokens.addAll(piece.tokens());
    return told(Json.object().put("content", piece.text()), piece.tokens());
  }

  private static Told told(ObjBuilder delta, List<Placed> tokens) {
    return new Told(delta.build(), tokens, null);
  }

  private Told told(ObjBuilder delta, String why) {
    finish = why;
    return new Told(delta.build(), List.of(), why);
  }

  private ObjBuilder thoughts() {
    ObjBuilder delta = Json.object();
    return commanding.thoughts().isEmpty()
        ? delta
        : delta.put("reasoning_content", commanding.thoughts());
  }

  /// @param numbered whether each says its index, as those of a stream do
  private Json calls(boolean numbered) {
    List<Json> calls = new ArrayList<>();
    for (PluginCall each : commanding.calls()) {
      ObjBuilder json = Json.object();
      if (numbered) {
        json.put("index", calls.size());
      }
      calls.add(
          json.put("id", "call_%d_%d".formatted(call.dialogue().turn(), calls.size() + 1))
              .put("type", "function")
              .put(
                  "function",
                  Json.object()
                      .put("name", each.name())
                      .put("arguments", call.offered().arguments(each).text())
                      .build())
              .build());
    }
    return Json.of(calls);
  }

  boolean isDone() {
    return finish != null;
  }

  long cached() {
    return cached;
  }

  long writtenTokens() {
    return written.size();
  }

  List<Placed> tokens() {
    return tokens;
  }

  String finish() {
    return finish == null ? "" : finish;
  }

  /// The whole message.
  Json.Obj message() {
    boolean callsOnly = !commanding.calls().isEmpty();
    ObjBuilder message =
        Json.object()
            .put("role", "assistant")
            .put("content", callsOnly ? new Json.Null() : Json.of(reply.told()))
            .put("refusal", new Json.Null());
    thoughts().build().members().forEach(message::put);
    return callsOnly ? message.put("tool_calls", calls(false)).build() : message.build();
  }
}
