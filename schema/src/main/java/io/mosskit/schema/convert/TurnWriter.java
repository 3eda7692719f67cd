package io.mosskit.schema.convert;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.convert.Message.Assistant;
import io.mosskit.schema.convert.Message.Call;
import io.mosskit.schema.convert.Message.ToolResult;
import io.mosskit.schema.convert.Message.User;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The turns of a dialogue as chat messages: the user's words; where there are commands, a message
/// that calls and one result for each call; the reply. Thoughts stand with the assistant message
/// that follows them. Commands outside the grammar become no calls.
final class TurnWriter {

  private final List<Tool> tools;

  private TurnWriter(List<Tool> tools) {
    this.tools = tools;
  }

  static List<Message> messages(Conversation conversation) {
    TurnWriter writer = new TurnWriter(Tool.enabledBy(conversation.metaInstruction()));
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < conversation.turns().size(); i++) {
      writer.write(conversation.turns().get(i), i + 1, messages);
    }
    return messages;
  }

  private void write(Turn turn, int number, List<Message> messages) {
    String thoughts = turn.body(Field.INNER_THOUGHTS);
    @Nullable String spoken = thoughts.equals(Field.NONE) ? null : thoughts;
    messages.add(new User(turn.human()));
    switch (Commands.parse(turn.body(Field.COMMANDS))) {
      case Commands.None(), Commands.Malformed(_, _) ->
          messages.add(new Assistant(spoken, turn.reply(), List.of()));
      case Commands.Calls(List<PluginCall> calls) -> {
        List<Call> named = calls(calls, number);
        messages.add(new Assistant(spoken, null, named));
        List<String> answers = Answer.of(calls, Results.parse(turn.body(Field.TOOL_RESPONSES)));
        for (int i = 0; i < named.size(); i++) {
          Call call = named.get(i);
          messages.add(new ToolResult(call.id(), call.name(), answers.get(i)));
        }
        messages.add(new Assistant(null, turn.reply(), List.of()));
      }
    }
  }

  private List<Call> calls(List<PluginCall> calls, int turn) {
    List<Call> named = new ArrayList<>();
    for (PluginCall call : calls) {
      String id = "call_" + turn + "_" + (named.size() + 1);
      Tool tool = Tool.named(call.name(), tools);
      named.add(new Call(id, call.name(), tool.arguments(call.argument())));
    }
    return named;
  }
}
