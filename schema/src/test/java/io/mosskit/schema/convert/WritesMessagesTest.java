package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A dialogue in OpenAI messages, member by member.
class WritesMessagesTest {

  private static Json.Obj written(Conversation conversation) {
    return Codecs.messages().write(conversation);
  }

  private static List<String> messages(Conversation conversation) {
    return ((Json.Arr) written(conversation).members().get("messages"))
        .elements().stream().map(Json::text).toList();
  }

  @Test
  void aTurnWithCallsIsFourKindsOfMessages() {
    assertThat(messages(Dialogues.tea()).subList(1, 7))
        .containsExactly(
            """
            {"role":"user","content":"绿茶用多少度的水？折合华氏多少度？"}\
            """,
            """
            {"role":"assistant","content":null,"reasoning_content":"先查，再换算。","tool_calls":[\
            {"id":"call_1_1","type":"function","function":{"name":"Search",\
            "arguments":"{\\"query\\":\\"绿茶 水温\\"}"}},\
            {"id":"call_1_2","type":"function","function":{"name":"Search",\
            "arguments":"{\\"query\\":\\"红茶 水温\\"}"}},\
            {"id":"call_1_3","type":"function","function":{"name":"Calculate",\
            "arguments":"{\\"expression\\":\\"80*9/5+32\\"}"}}]}\
            """,
            """
            {"role":"tool","tool_call_id":"call_1_1","name":"Search",\
            "content":"<|1|>: '绿茶宜用80度左右的水'\\n<|2|>: '水温过高会破坏维生素'"}\
            """,
            """
            {"role":"tool","tool_call_id":"call_1_2","name":"Search","content":"<|3|>: '红茶可用沸水'"}\
            """,
            """
            {"role":"tool","tool_call_id":"call_1_3","name":"Calculate","content":"176.0"}\
            """,
            """
            {"role":"assistant","content":"八十度<sup><|1|></sup>，即176华氏度。"}\
            """);
  }

  @Test
  void theMetaInstructionIsTheSystemMessageAndItsSwitchesAreTheTools() {
    Json.Obj record = written(Dialogues.tea());
    assertThat(messages(Dialogues.tea()).getFirst())
        .startsWith(
            "{\"role\":\"system\",\"content\":\"You are an AI assistant whose name is MOSS.");
    assertThat(record.members().get("tools").text())
        .isEqualTo(
            """
            [{"type":"function","function":{"name":"Search","description":"Web search",\
            "parameters":{"type":"object","properties":{"query":{"type":"string"}},\
            "required":["query"]}}},\
            {"type":"function","function":{"name":"Calculate","description":"Calculator",\
            "parameters":{"type":"object","properties":{"expression":{"type":"string"}},\
            "required":["expression"]}}}]\
            """);
  }

  @Test
  void aDialogueWithoutPluginsHasNoToolsAndNoThoughts() {
    Json.Obj record =
        written(
            Conversation.of(
                "plain",
                io.mosskit.schema.MetaInstruction.plain(),
                List.of(io.mosskit.schema.Turn.plain(1, "Hello, 你好", "Hi"))));
    assertThat(record.members().keySet()).containsExactly("id", "messages");
    assertThat(record.text())
        .endsWith(
            """
            {"role":"user","content":"Hello, 你好"},{"role":"assistant","content":"Hi"}]}\
            """);
  }

  @Test
  void whatTheFormSaysNeedsNoResidue() {
    for (Conversation conversation :
        List.of(Dialogues.tea(), Dialogues.failedEquation(), Dialogues.image())) {
      assertThat(written(conversation).members()).doesNotContainKey("mosskit");
    }
  }

  @Test
  void commandsOutsideTheGrammarBecomeNoCalls() {
    Json.Obj record = written(Dialogues.malformed());
    assertThat(record.members().get("messages").text()).doesNotContain("tool_calls");
    assertThat(record.members().get("mosskit").text()).contains("1. Calculate(");
    assertThat(Codecs.messages().writePlain(Dialogues.malformed()).lost())
        .containsExactly(
            new Lost(Loss.COMMANDS_NOT_REPRESENTABLE, 1), new Lost(Loss.TOOL_RESPONSES, 1));
  }
}
