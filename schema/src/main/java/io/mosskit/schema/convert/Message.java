package io.mosskit.schema.convert;

import io.mosskit.schema.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message of a chat, as the chat forms have it in common.
sealed interface Message {

  record Instruction(String text) implements Message {}

  record User(String text) implements Message {}

  /// What the assistant says, calls, or both.
  ///
  /// @param thoughts null where it has none
  /// @param text null where it only calls
  record Assistant(@Nullable String thoughts, @Nullable String text, List<Call> calls)
      implements Message {

    public Assistant {
      calls = List.copyOf(calls);
    }
  }

  /// The answer to a call.
  ///
  /// @param callId the call that it answers; null for the first one without an answer
  /// @param name the tool's name where the message says it
  record ToolResult(@Nullable String callId, @Nullable String name, String text)
      implements Message {}

  /// A call with named arguments.
  ///
  /// @param id names the call within its chat; null in forms that go by order
  record Call(@Nullable String id, String name, Json.Obj arguments) {}

  /// A message and its place in the record, for complaints: `messages[3]`.
  record Placed(String place, Message message) {}
}
