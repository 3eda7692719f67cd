package io.mosskit.schema.convert;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.convert.ConversionException.Fault;
import io.mosskit.schema.convert.Message.Assistant;
import io.mosskit.schema.convert.Message.Call;
import io.mosskit.schema.convert.Message.Placed;
import io.mosskit.schema.convert.Message.ToolResult;
import io.mosskit.schema.convert.Message.User;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chat messages as turns. A turn begins with the user and ends before the next user message that
/// follows a reply. Within a turn, messages of one role in a row are joined by a line break;
/// several rounds of calls become the one round that a turn has; what the assistant says beside a
/// call, or before it, is an inner thought.
final class TurnReader {

  private final List<Tool> tools;
  private final boolean plugins;
  private final List<Turn> turns = new ArrayList<>();
  private @Nullable Exchange exchange;

  private TurnReader(String metaInstruction) {
    this.tools = Tool.enabledBy(metaInstruction);
    this.plugins = !tools.isEmpty();
  }

  /// The content of a record.
  ///
  /// @param system the record's own system text, beside those among the messages
  static Form.Content content(@Nullable String system, @Nullable Json tools, List<Placed> messages)
      throws ConversionException {
    List<String> systems = new ArrayList<>();
    if (system != null) {
      systems.add(system);
    }
    boolean thinks = false;
    for (Placed placed : messages) {
      switch (placed.message()) {
        case Message.Instruction(String text) -> systems.add(text);
        case Assistant assistant -> thinks |= assistant.thoughts() != null;
        case User _, ToolResult _ -> {}
      }
    }
    String meta = Toolbox.metaInstruction(String.join("\n", systems), tools, thinks);
    TurnReader reader = new TurnReader(meta);
    for (Placed placed : messages) {
      reader.read(placed);
    }
    reader.finishTurn();
    return new Form.Content(meta, reader.turns, Toolbox.kept(meta, tools));
  }

  private void read(Placed placed) throws ConversionException {
    switch (placed.message()) {
      case Message.Instruction _ -> {}
      case User(String text) -> {
        if (exchange == null || exchange.hasSpoken()) {
          finishTurn();
          exchange = new Exchange(placed.place());
        }
        exchange.human.add(text);
      }
      case Assistant assistant -> begun(placed.place()).hear(assistant, placed.place());
      case ToolResult result -> begun(placed.place()).answer(result, placed.place());
    }
  }

  private Exchange begun(String place) throws ConversionException {
    if (exchange == null) {
      throw new ConversionException(
          Fault.BROKEN_ORDER,
          place,
          "expected a user message first; delete this message or put the user's words before it");
    }
    return exchange;
  }

  private void finishTurn() throws ConversionException {
    if (exchange != null) {
      turns.add(exchange.turn(turns.size() + 1));
    }
  }

  /// What has been read of a turn.
  private final class Exchange {

    private final String place;
    private final List<String> human = new ArrayList<>();
    private final List<String> thoughts = new ArrayList<>();
    private final List<Call> asked = new ArrayList<>();
    private final List<PluginCall> calls = new ArrayList<>();
    private final List<@Nullable String> answers = new ArrayList<>();
    private final List<String> reply = new ArrayList<>();

    Exchange(String place) {
      this.place = place;
    }

    boolean hasSpoken() {
      return !reply.isEmpty() || !calls.isEmpty();
    }

    void hear(Assistant assistant, String at) throws ConversionException {
      if (assistant.thoughts() != null && !assistant.thoughts().isBlank()) {
        thoughts.add(assistant.thoughts());
      }
      if (assistant.calls().isEmpty()) {
        reply.add(assistant.text() == null ? "" : assistant.text());
        return;
      }
      reply.stream().filter(text -> !text.isBlank()).forEach(thoughts::add);
      reply.clear();
      if (assistant.text() != null && !assistant.text().isBlank()) {
        thoughts.add(assistant.text());
      }
      for (Call call : assistant.calls()) {
        if (!PluginCall.isName(call.name())) {
          throw new ConversionException(
              Fault.NOT_REPRESENTABLE,
              at,
              "expected a tool name of letters, digits and _, found \""
                  + call.name()
                  + "\"; rename the tool in the whole file");
        }
        String argument = Tool.named(call.name(), tools).text(call.arguments());
        if (!PluginCall.isArgument(argument)) {
          throw new ConversionException(
              Fault.NOT_REPRESENTABLE,
              at,
              "expected arguments without MOSS's own markers, found "
                  + Field.markerIn(argument).orElse("a line break")
                  + "; delete it or the record");
        }
        asked.add(call);
        calls.add(new PluginCall(call.name(), argument));
        answers.add(null);
      }
    }

    void answer(ToolResult result, String at) throws ConversionException {
      for (int i = 0; i < asked.size(); i++) {
        if (answers.get(i) == null && answers(result, asked.get(i))) {
          answers.set(i, result.text());
          return;
        }
      }
      String which =
          result.callId() == null
              ? result.name() == null ? "" : " of \"" + result.name() + "\""
              : " \"" + result.callId() + "\"";
      throw new ConversionException(
          Fault.UNMATCHED_RESULT,
          at,
          "expected the answer to a call of this turn, found one to no call"
              + which
              + " that waits for an answer; delete the message or mend its id");
    }

    private static boolean answers(ToolResult result, Call call) {
      if (result.callId() != null && call.id() != null) {
        return result.callId().equals(call.id());
      }
      return result.name() == null || result.name().equals(call.name());
    }

    Turn turn(int number) throws ConversionException {
      if (reply.isEmpty()) {
        throw new ConversionException(
            Fault.BROKEN_ORDER,
            place,
            "expected the assistant's reply to this user message, found none before the "
                + "next user message or the end; add it or delete the message");
      }
      return Turn.withPlugins(
          number,
          List.of(
              String.join("\n", human),
              thoughts.isEmpty() ? Field.NONE : String.join("\n", thoughts),
              Commands.body(calls),
              Answer.body(calls, answers, plugins),
              String.join("\n", reply)));
    }
  }
}
