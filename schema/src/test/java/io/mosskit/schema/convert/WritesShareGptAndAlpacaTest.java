package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A dialogue in ShareGPT and in Alpaca, member by member.
class WritesShareGptAndAlpacaTest {

  private static List<String> conversations(Json.Obj record) {
    return ((Json.Arr) record.members().get("conversations"))
        .elements().stream().map(Json::text).toList();
  }

  @Test
  void severalCallsAndTheirResultsAreLists() {
    assertThat(conversations(Codecs.shareGpt().write(Dialogues.tea())))
        .startsWith(
            """
            {"from":"human","value":"绿茶用多少度的水？折合华氏多少度？"}\
            """,
            """
            {"from":"function_call","value":"<think>\\n先查，再换算。\\n</think>\\n\\n\
            [{\\"name\\":\\"Search\\",\\"arguments\\":{\\"query\\":\\"绿茶 水温\\"}},\
            {\\"name\\":\\"Search\\",\\"arguments\\":{\\"query\\":\\"红茶 水温\\"}},\
            {\\"name\\":\\"Calculate\\",\\"arguments\\":{\\"expression\\":\\"80*9/5+32\\"}}]"}\
            """,
            """
            {"from":"observation","value":"[\\"<|1|>: '绿茶宜用80度左右的水'\\\\n\
            <|2|>: '水温过高会破坏维生素'\\",\\"<|3|>: '红茶可用沸水'\\",\\"176.0\\"]"}\
            """,
            """
            {"from":"gpt","value":"八十度<sup><|1|></sup>，即176华氏度。"}\
            """)
        .endsWith(
            """
            {"from":"gpt","value":"<think>\\n只是道谢。\\n</think>\\n\\n不客气 🍵"}\
            """);
  }

  @Test
  void oneCallAndItsResultStandAlone() {
    Json.Obj record = Codecs.shareGpt().write(Dialogues.failedEquation());
    assertThat(conversations(record).subList(1, 3))
        .containsExactly(
            """
            {"from":"function_call","value":"{\\"name\\":\\"Solve\\",\
            \\"arguments\\":{\\"equation\\":\\"x^2=x^2+1\\"}}"}\
            """,
            """
            {"from":"observation","value":"No result."}\
            """);
    assertThat(record.string("tools")).startsWith("[{\"type\":\"function\"");
    assertThat(record.string("system")).isEqualTo(Dialogues.failedEquation().metaInstruction());
  }

  @Test
  void userAndObservationAlternateWithReplyAndCall() {
    List<String> messages = conversations(Codecs.shareGpt().write(Dialogues.tea()));
    for (int i = 0; i < messages.size(); i++) {
      assertThat(messages.get(i))
          .containsAnyOf(
              i % 2 == 0
                  ? new String[] {"\"from\":\"human\"", "\"from\":\"observation\""}
                  : new String[] {"\"from\":\"gpt\"", "\"from\":\"function_call\""});
    }
  }

  @Test
  void alpacaHoldsTheWordsAlone() {
    Json.Obj record = Codecs.alpaca().writePlain(Dialogues.tea()).record();
    assertThat(record.without("system").text())
        .isEqualTo(
            """
            {"id":"tea","category":"tool","instruction":"谢谢！","input":"","output":"不客气 🍵",\
            "history":[["绿茶用多少度的水？折合华氏多少度？",\
            "八十度<sup><|1|></sup>，即176华氏度。"]]}\
            """);
    assertThat(Codecs.alpaca().writePlain(Dialogues.tea()).lost())
        .contains(
            new Lost(Loss.INNER_THOUGHTS, 1),
            new Lost(Loss.COMMANDS, 1),
            new Lost(Loss.TOOL_RESPONSES, 1),
            new Lost(Loss.INNER_THOUGHTS, 2));
  }
}
