package io.mosskit.inference.serve.api;

import io.mosskit.inference.chat.ChatForm;
import io.mosskit.inference.chat.Written;
import io.mosskit.inference.tokenizer.TextPart;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.convert.ConversionException;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The messages of a chat as a MOSS dialogue whose last turn is open.
///
/// Where no tool is offered or was called, it is written as `mosskit chat` and the original demos
/// write it; else as the training data have it, five fields a turn.
///
/// @param conversation its last turn lacks the reply, and where [#awaits] says so the commands
/// @param system what stands before the first turn instead of the published meta instruction; empty
///   for that
/// @param awaits what the model is to write first
record Dialogue(Conversation conversation, String system, Awaits awaits) {

  /// What the model writes first.
  enum Awaits {
    /// The reply, behind its marker, which it writes too.
    MARKER_AND_REPLY,
    /// Inner thoughts and commands.
    COMMANDS,
    /// The reply, since all before it is there.
    REPLY
  }

  /// Reads `messages`.
  ///
  /// @param mayCall whether the model may call what is offered
  static Dialogue read(Members members, Offered offered, boolean mayCall) throws Refusal {
    if (!(members.get("messages") instanceof Json.Arr(List<Json> messages)) || messages.isEmpty()) {
      throw Refusal.of("messages", "`messages` must be an array with at least one message");
    }
    String last =
        messages.reversed().stream()
            .map(Dialogue::role)
            .filter(role -> !isInstruction(role))
            .findFirst()
            .orElse("");
    boolean answersCall = last.equals("tool");
    if (!answersCall && !last.equals("user")) {
      throw Refusal.of("messages", "the last message must be the user's or a tool's");
    }
    Conversation conversation = conversation(members, messages);
    boolean fields = !offered.isEmpty() || messages.stream().anyMatch(Dialogue::calls);
    Awaits awaits =
        !fields
            ? Awaits.MARKER_AND_REPLY
            : offered.isEmpty() || !mayCall || answersCall ? Awaits.REPLY : Awaits.COMMANDS;
    return new Dialogue(conversation, system(messages, conversation), awaits);
  }

  private static String role(Json message) {
    String role = message instanceof Json.Obj object ? object.string("role") : null;
    return role == null ? "" : role;
  }

  /// Instructions have no place among the turns; wherever they stand, they become one before them.
  private static boolean isInstruction(String role) {
    return role.equals("system") || role.equals("developer");
  }

  private static boolean calls(Json message) {
    return message instanceof Json.Obj object
        && object.get("tool_calls") instanceof Json.Arr(List<Json> calls)
        && !calls.isEmpty();
  }

  /// The turns, the last one closed by an empty reply, which is taken off again when it is written.
  private static Conversation conversation(Members members, List<Json> messages) throws Refusal {
    List<Json> closed = new ArrayList<>(messages);
    closed.add(
        Json.object()
            .put("role", "assistant")
            .put("content", "")
            .put("reasoning_content", "") // switches inner thoughts on
            .build());
    Json.Obj record =
        Json.object().put("messages", Json.of(closed)).put("tools", members.get("tools")).build();
    try {
      return Codecs.messages().read(record, "chat");
    } catch (ConversionException e) {
      throw Refusal.of("messages", e.detail());
    }
  }

  private static String system(List<Json> messages, Conversation conversation) {
    boolean said = messages.stream().map(Dialogue::role).anyMatch(Dialogue::isInstruction);
    return said ? conversation.metaInstruction().strip() : "";
  }

  /// The number of the open turn, counted from 1.
  int turn() {
    return conversation.turns().size();
  }

  /// The prompt.
  List<TextPart> prompt() {
    Written all =
        switch (awaits) {
          case MARKER_AND_REPLY -> inDemoForm();
          case COMMANDS -> inFields().then(human(open())).then("\n");
          case REPLY ->
              inFields()
                  .then(human(open()))
                  .then("\n")
                  .then(field(open(), Field.INNER_THOUGHTS))
                  .then(field(open(), Field.COMMANDS))
                  .then(field(open(), Field.TOOL_RESPONSES))
                  .then(Field.MOSS.opening());
        };
    return all.parts();
  }

  /// What stands between commands that lead to nothing and the reply.
  static String noResults() {
    return "\n" + Field.TOOL_RESPONSES.value("\n" + Field.NONE + "\n") + Field.MOSS.opening();
  }

  private Turn open() {
    return conversation.turns().getLast();
  }

  private List<Turn> closed() {
    return conversation.turns().subList(0, conversation.turns().size() - 1);
  }

  private Written inDemoForm() {
    Written all =
        system.isEmpty()
            ? Written.NOTHING.then(new ChatForm.CliDemo().preamble())
            : Written.NOTHING.thenSaid(system).then("\n");
    for (Turn turn : closed()) {
      all = all.then(human(turn)).then("\n" + Field.MOSS.opening() + " ").thenSaid(turn.reply());
    }
    return all.then(human(open()));
  }

  private Written inFields() {
    Written all =
        system.isEmpty()
            ? Written.NOTHING.then(conversation.metaInstruction())
            : Written.NOTHING.thenSaid(system).then("\n");
    for (Turn turn : closed()) {
      for (Field field : Field.values()) {
        all = all.then(field(turn, field));
      }
    }
    return all;
  }

  private static Written human(Turn turn) {
    return Written.NOTHING
        .then(Field.HUMAN.opening() + " ")
        .thenSaid(turn.human())
        .then(Field.HUMAN.closing());
  }

  /// A field with its markers; what stands between them came from outside.
  private static Written field(Turn turn, Field field) {
    String value = turn.value(field);
    String body = turn.body(field);
    int at = field.opening().length();
    String blank = value.startsWith(" ", at) ? " " : "";
    return Written.NOTHING
        .then(field.opening() + blank)
        .thenSaid(body)
        .then(field.closing() + "\n");
  }
}
