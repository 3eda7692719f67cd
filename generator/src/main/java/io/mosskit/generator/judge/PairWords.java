package io.mosskit.generator.judge;

import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import io.mosskit.schema.text.Language;
import java.util.List;

/// The words by which two replies are compared, in the language of the talk.
final class PairWords {
  private static final String ENGLISH =
      """
      Task: compare
      Language: en

      Two AI assistants answered the same conversation. Say which reply is better for the person: which does what was asked, is right, is honest about what it cannot know, and is written as an able native speaker would. Length is no merit, nor is the order in which the two stand. Where neither is better, say tie.

      First one sentence that names the passage that decides, then the verdict. Answer with one JSON object and nothing else: {"reason": "…", "winner": "A"}, with A, B or tie.
      """;
  private static final String CHINESE =
      """
      Task: compare
      Language: zh

      两个 AI 助手回答了同一段对话。请说出哪个回复对这个人更好：哪个做到了要求的事、内容正确、对无法知道的事诚实、像熟练的母语者那样表达。篇幅长不是优点，先后顺序也不是。两者不分高下时请说 tie。

      先用一句话指出决定高下的地方，再给出结论。只回答一个 JSON 对象：{"reason": "……", "winner": "A"}，取 A、B 或 tie。
      """;

  private PairWords() {}

  static Message request(List<Message> context, String first, String second) {
    String words = Language.of(context.getLast().content()) == Language.ZH ? CHINESE : ENGLISH;
    StringBuilder talk = new StringBuilder(words).append("\n[Conversation]\n");
    for (Message message : context) {
      talk.append(message.role() == Role.USER ? "User: " : "Assistant: ")
          .append(message.content())
          .append('\n');
    }
    talk.append("\n[Reply A]\n").append(first).append("\n\n[Reply B]\n").append(second);
    return new Message(Role.USER, talk.append("\n\n[End]").toString());
  }

  /// What the answer must look like.
  static Form form() {
    ObjBuilder properties = Json.object();
    properties.put("reason", Json.object().put("type", "string").build());
    properties.put(
        "winner",
        Json.object().put("type", "string").put("enum", List.of("A", "B", "tie")).build());
    return Form.schema(
        "compare",
        Json.object()
            .put("type", "object")
            .put("properties", properties.build())
            .put("required", List.of("reason", "winner"))
            .put("additionalProperties", false)
            .build());
  }
}
