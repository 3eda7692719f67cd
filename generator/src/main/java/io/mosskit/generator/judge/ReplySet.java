package io.mosskit.generator.judge;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A context and several replies to it, as they stand on a line: what `respond` writes and `judge`
/// reads.
///
/// @param id of the record that the context is from
/// @param category what the record trains, as far as a judge is told
/// @param context user and assistant in turns, the user last
/// @param replies texts that may follow
public record ReplySet(String id, Category category, List<Message> context, List<Reply> replies) {

  /// One of them.
  ///
  /// @param model who wrote it
  public record Reply(String text, String model) {}

  public ReplySet {
    context = List.copyOf(context);
    replies = List.copyOf(replies);
    if (context.isEmpty() || context.getLast().role() != Role.USER) {
      throw new IllegalArgumentException("the context of " + id + " does not end with the user");
    }
  }

  /// The context of a dialogue: everything up to the last reply, and none so far.
  public static ReplySet contextOf(Conversation dialogue) {
    List<Message> context = new ArrayList<>();
    for (Turn turn : dialogue.turns()) {
      context.add(new Message(Role.USER, turn.human()));
      context.add(new Message(Role.ASSISTANT, turn.reply()));
    }
    context.removeLast();
    Category category =
        Labels.categoryOf(dialogue).flatMap(Category::named).orElse(Category.COMPLEX_INSTRUCTION);
    return new ReplySet(dialogue.recordId(), category, context, List.of());
  }

  /// The same context with these replies.
  public ReplySet with(List<Reply> others) {
    return new ReplySet(id, category, context, others);
  }

  /// As a line.
  public Json.Obj json() {
    return Json.object()
        .put("id", id)
        .put("category", category.label())
        .put("messages", messages(context))
        .put(
            "replies",
            Json.of(
                replies.stream()
                    .<Json>map(reply ->
                        Json.object().put("text", reply.text()).put("model", reply.model()).build())
                    .toList()))
        .build();
  }

  /// Messages as chat protocols have them.
  public static Json messages(List<Message> messages) {
    return Json.of(
        messages.stream()
            .<Json>map(message ->
                Json.object()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.content())
                    .build())
            .toList());
  }

  /// What a line says.
  ///
  /// @throws IllegalArgumentException saying what was expected
  public static ReplySet of(Json.Obj line) {
    String id = line.string("id");
    if (id == null
        || !(line.get("messages") instanceof Json.Arr(List<Json> messages))
        || !(line.get("replies") instanceof Json.Arr(List<Json> replies))) {
      throw new IllegalArgumentException(
          "expected a line of mosskit respond, with the members id, messages and replies");
    }
    String label = Objects.requireNonNullElse(line.string("category"), "");
    return new ReplySet(
        id,
        Category.named(label).orElse(Category.COMPLEX_INSTRUCTION),
        messages.stream().map(ReplySet::message).toList(),
        replies.stream().map(ReplySet::reply).toList());
  }

  private static Message message(Json value) {
    if (value instanceof Json.Obj object
        && object.get("content") instanceof Json.Str(String content)
        && object.get("role") instanceof Json.Str(String role)) {
      return new Message(role(role), content);
    }
    throw new IllegalArgumentException("expected messages with role and content");
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected the role system, user or assistant, not \"" + name + "\""));
  }

  private static Reply reply(Json value) {
    return switch (value) {
      case Json.Str(String text) -> new Reply(text, "");
      case Json.Obj object when object.get("text") instanceof Json.Str(String text) ->
          new Reply(text, Objects.requireNonNullElse(object.string("model"), ""));
      case Json.Obj _, Json.Arr _, Json.Num _, Json.Bool _, Json.Null _ ->
          throw new IllegalArgumentException("expected replies that are texts, or have one");
    };
  }
}
