package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Category;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;

/// Asks a script as the generator does.
final class Asking {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final Script script;

  Asking(long seed) {
    this.script = new Script(seed, 0);
  }

  Answer answer(List<Message> messages) {
    try {
      return script.answer(messages, messages.toString(), NO_LIMIT);
    } catch (Script.UnreadableTask e) {
      throw new AssertionError(e);
    }
  }

  List<String> prompts(Category category, Language language, int draw) {
    return prompts(expansion(category, language, draw));
  }

  List<String> prompts(Taxon taxon, Language language, int draw) {
    return prompts(
        Wording.in(language)
            .expandPrompts(
                taxon.kind().category(),
                5,
                1,
                draw,
                List.of("…"),
                new Brief(taxon, null, List.of())));
  }

  private List<String> prompts(Message request) {
    Json answer = json(request);
    List<String> prompts = new ArrayList<>();
    for (Json prompt : ((Json.Arr) ((Json.Obj) answer).get("prompts")).elements()) {
      prompts.add(((Json.Str) prompt).value());
    }
    return prompts;
  }

  static Message expansion(Category category, Language language, int draw) {
    return new Message(
        Role.USER,
        """
        Task: expand-prompts
        Category: %s
        Language: %s
        Number: 5
        Round: 1
        Draw: %d

        Write five new messages.

        Examples:
        1. …\
        """
            .formatted(category.label(), language.label(), draw));
  }

  String userTurn(Category category, Language language, Intent intent, List<Message> said) {
    return ((Json.Obj) json(turn(category, language, intent, said))).string("user");
  }

  static Message turn(Category category, Language language, Intent intent, List<Message> said) {
    StringBuilder dialogue = new StringBuilder();
    for (Message message : said) {
      boolean chinese = language == Language.ZH;
      String user = chinese ? "用户：" : "User: ";
      String assistant = chinese ? "助手：" : "Assistant: ";
      dialogue.append(message.role() == Role.USER ? user : assistant);
      dialogue.append(message.content()).append("\n\n");
    }
    return new Message(
        Role.USER,
        """
        Task: user-turn
        Category: %s
        Language: %s
        Intent: %s
        Turn: %d

        Write what the person says next, as {"user": "the message"}.

        The conversation so far:
        %s\
        """
            .formatted(
                category.label(),
                language.label(),
                intent.label(),
                said.size() / 2 + 1,
                dialogue.toString().strip()));
  }

  String reply(List<Message> said) {
    List<Message> messages = new ArrayList<>();
    messages.add(new Message(Role.SYSTEM, MetaInstruction.plain().text()));
    messages.addAll(said);
    return answer(messages).content();
  }

  String reply(String prompt) {
    return reply(List.of(new Message(Role.USER, prompt)));
  }

  private Json json(Message message) {
    try {
      return Json.parse(answer(List.of(message)).content());
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }
}
