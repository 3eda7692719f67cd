package io.mosskit.inference.serve.api;

import io.mosskit.schema.Field;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import java.util.List;

/// The inner thoughts and commands that a model wrote before its reply.
///
/// @param thoughts empty where there are none
/// @param calls of offered functions; empty where nothing is called, or the commands are none that
///   can be made, as in [io.mosskit.inference.chat.Chat]
record Commanding(String thoughts, List<PluginCall> calls) {

  Commanding {
    calls = List.copyOf(calls);
  }

  /// Reads what the model wrote, markers and all.
  static Commanding read(String text, Offered offered) {
    int at = text.lastIndexOf(Field.COMMANDS.opening());
    String before = at < 0 ? text : text.substring(0, at);
    return new Commanding(
        thoughts(before.strip()), at < 0 ? List.of() : calls(text.substring(at), offered));
  }

  private static String thoughts(String text) {
    String body = Field.INNER_THOUGHTS.body(text).strip();
    return body.equals(Field.NONE) ? "" : body;
  }

  private static List<PluginCall> calls(String text, Offered offered) {
    return switch (Commands.parse(Field.COMMANDS.body(text.strip()).strip())) {
      case Commands.Calls(List<PluginCall> calls)
          when calls.stream().allMatch(call -> offered.parameters().containsKey(call.name())) ->
          calls;
      case Commands.Calls _, Commands.None _, Commands.Malformed _ -> List.of();
    };
  }
}
