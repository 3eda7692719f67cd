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

  private final List<Said> said;

  /// Words of one of the two.
  ///
  /// @param cut whether they end before they are whole
  private record Said(Message message, boolean cut) {}

  History() {
    this(List.of());
  }

  private History(List<Said> said) {
    this.said = new ArrayList<>(said);
  }

  void say(Role role, String text, boolean cut) {
    said.add(new Said(new Message(role, text), cut));
  }

  /// All that was said, in its order.
  List<Message> said() {
    return said.stream().map(Said::message).toList();
  }

  /// Whether what was said last ends before it is whole.
  boolean endsCut() {
    return !said.isEmpty() && said.getLast().cut();
  }

  /// What was said up to the last whole reply.
  History whole() {
    int end = said.size();
    while (end > 0 && !endsWhole(said.get(end - 1))) {
      end--;
    }
    return new History(said.subList(0, end));
  }

  private static boolean endsWhole(Said words) {
    return words.message().role() == Role.ASSISTANT && !words.cut();
  }

  /// The dialogue as the assistant sees it: the meta instruction, then all that was said.
  ///
  /// @param remark what the assistant is told besides, mostly nothing
  List<Message> underMetaInstruction(String remark) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message(Role.SYSTEM, MetaInstruction.plain().text() + remark));
    messages.addAll(said());
    return messages;
  }

  /// The turns; one that waits for its reply has an empty one.
  List<Turn> turns() {
    List<String> users = of(Role.USER);
    List<String> replies = of(Role.ASSISTANT);
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      turns.add(Turn.plain(i + 1, users.get(i), i < replies.size() ? replies.get(i) : ""));
    }
    return turns;
  }

  /// The turns, and an empty one behind them.
  List<Turn> turnsAndOneMore() {
    List<Turn> turns = turns();
    turns.add(Turn.plain(turns.size() + 1, "", ""));
    return turns;
  }

  private List<String> of(Role role) {
    return said().stream().filter(message -> message.role() == role).map(Message::content).toList();
  }

  /// All that was said, as it stands in a rejection.
  Json json() {
    return Json.of(
        said().stream()
            .map(message ->
                Json.object()
                    .put("role", message.role() == Role.USER ? "user" : "assistant")
                    .put("content", message.content())
                    .build())
            .toList());
  }
}
