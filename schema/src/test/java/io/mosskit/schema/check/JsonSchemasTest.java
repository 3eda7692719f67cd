package io.mosskit.schema.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class JsonSchemasTest {

  static final java.util.List<String> NAMES = JsonSchemas.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void everySchemaIsOfItsDraftAndRefusesWhatIsNoObject(String name) {
    assertThat(JsonSchemas.text(name)).contains("https://json-schema.org/draft/2020-12/schema");
    assertThat(JsonSchemas.named(name).violations(Json.of(1))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seeds      | {"user_prompt":"写诗","category":"writing","language":"zh"}             | true
          seeds      | {"user_prompt":"Write","category":"poem"}                             | false
          seeds      | {"prompt":"Write"}                                                    | false
          moss-002   | {"plain_text":"[Human]: 你好<eoh> [MOSS]: 好<eoa>"}                     | true
          moss-002   | {"plain_text":"你好"}                                                   | false
          rejections | {"stage":"read","reason":"not_json","detail":"x","record":{"text":""}} | true
          rejections | {"stage":"read","reason":"Not JSON","detail":"x","record":1}          | false
          """)
  void valuesOfOtherKinds(String schema, String value, boolean valid) throws JsonException {
    assertThat(JsonSchemas.named(schema).violations(Json.parse(value)).isEmpty()).isEqualTo(valid);
  }

  @Test
  void aViolationNamesItsPlace() throws JsonException {
    assertThat(JsonSchemas.named("seeds").violations(Json.parse("{\"user_prompt\":7}")))
        .singleElement()
        .asString()
        .startsWith("/user_prompt: ");
    assertThatThrownBy(() -> JsonSchemas.named("poems")).hasMessageContaining("there are");
  }
}
