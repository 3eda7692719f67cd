package io.mosskit.generator.template;

import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.List;

/// A dialogue as a request shows it: who said what, a blank line between two.
final class Transcript {

  private Transcript() {}

  /// @param names the template that has the words for the two speakers
  /// @param said user and assistant in turns
  static String of(List<Message> said, Template names, Language language) {
    StringBuilder dialogue = new StringBuilder();
    for (Message message : said) {
      String speaker = message.role() == Role.USER ? "user" : "assistant";
      dialogue
          .append(dialogue.isEmpty() ? "" : "\n\n")
          .append(names.section(speaker))
          .append(language == Language.ZH ? "：" : ": ")
          .append(message.content());
    }
    return dialogue.toString();
  }
}
