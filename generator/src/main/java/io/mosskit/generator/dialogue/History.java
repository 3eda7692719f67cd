package io.mosskit.generator.dialogue;

import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;

/// What has been said in a dialogue so far. Not thread-safe.
final class History {

  private final List<Message> said = new ArrayList<>();

  void say(Role role, String text) {
    said.add(new Message(role, text));
  }

  /// All that was said, in its order.
  List<Message> said() {
    return List.copyOf(said);
  }

  /// What one of the two said.
  List<String> of(Role role) {
    return said.stream().filter(message -> message.role() == role).map(Message::content).toList();
  }

  /// The dialogue as the assistant sees it: the meta instruction, then all that was said.
  List<Message> underMetaInstruction() {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message(Role.SYSTEM, MetaInstruction.plain().text()));
    messages.addAll(said);
    return messages;
  }

  /// The turns, once each has its reply.
  List<Turn> turns() {
    List<String> users = of(Role.USER);
    List<String> replies = of(Role.ASSISTANT);
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      turns.add(Turn.plain(i + 1, users.get(i), replies.get(i)));
    }
    return turns;
  }

  /// All that was said, as it stands in a rejection.
  Json json() {
    return Json.of(
        said.stream()
            .map(message ->
                Json.object()
                    .put("role", message.role() == Role.USER ? "user" : "assistant")
                    .put("content", message.content())
                    .build())
            .toList());
  }
}
