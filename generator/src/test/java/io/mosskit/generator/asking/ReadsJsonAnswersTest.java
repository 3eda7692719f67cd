package io.mosskit.generator.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsJsonAnswersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user\": \"继续\"}",
        "  {\"user\": \"继续\"}\n",
        "```json\n{\"user\": \"继续\"}\n```",
        "```\n{\"user\": \"继续\"}\n```",
        "好的，这是 JSON：\n\n{\"user\": \"继续\"}\n\nIs that all right?"
      })
  void findsTheObject(String answer) {
    assertThat(JsonAnswer.of(answer))
        .isEqualTo(new JsonAnswer.Read(Json.object().put("user", "继续").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "继续", "}{", "{\"user\": \"继", "{user: 1}", "{\"a\": 1, \"a\": 2}"})
  void saysWhyThereIsNone(String answer) {
    assertThat(JsonAnswer.of(answer))
        .isInstanceOfSatisfying(
            JsonAnswer.Broken.class, broken -> assertThat(broken.why()).isNotBlank());
  }
}
