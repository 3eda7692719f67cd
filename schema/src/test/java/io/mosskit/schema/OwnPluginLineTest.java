package io.mosskit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plugin that the format has never heard of is switched on by a line like any other.
class OwnPluginLineTest {

  private static final MetaInstruction OWN =
      MetaInstruction.sevenLines(Set.of(Capability.CALCULATOR))
          .withPlugin("天气 Weather", "Weather(city)");

  @Test
  void theLineStandsBehindThePublishedOnes() {
    assertThat(OWN.text())
        .endsWith("- Text-to-speech: disabled.\n- 天气 Weather: enabled. API: Weather(city)\n");
    assertThat(OWN.enabled()).containsExactly(Capability.CALCULATOR);
    assertThat(MetaInstruction.parse(OWN.text())).isEqualTo(OWN);
  }

  @Test
  void callsOfItAreAllowedThenAndNotWithoutIt() {
    assertThat(ConversationCheck.violations(asking(OWN))).isEmpty();
    assertThat(ConversationCheck.violations(asking(MetaInstruction.plain())))
        .extracting(Finding::rule)
        .containsExactly(Rule.PLUGIN_NOT_ENABLED);
  }

  @Test
  void otherFormsDefineItAsATool() throws Exception {
    Codec messages = Codecs.named("messages");
    Json.Obj record = messages.write(asking(OWN));
    assertThat(record.text())
        .contains(
            "\"name\":\"Weather\",\"description\":\"天气 Weather\"", "{\\\"city\\\":\\\"北京\\\"}");
    assertThat(messages.read(record, "x")).isEqualTo(asking(OWN));
  }

  @ParameterizedTest
  @CsvSource({
    "'', Weather(city)",
    "'a: b', Weather(city)",
    "Weather, Weather",
    "Weather, 天气(城市)",
    "Weather, Weather()",
    "'a\nb', Weather(city)"
  })
  void whatIsNoLineIsRefused(String label, String api) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OWN.withPlugin(label, api))
        .withMessageContaining("no switch line");
  }

  private static Conversation asking(MetaInstruction meta) {
    List<String> bodies =
        List.of(
            "北京天气如何？",
            "look it up 查一下",
            "Weather(\"北京\")",
            "\nWeather(\"北京\") => '晴 sunny'\n",
            "晴。<sup><|1|></sup>");
    return Conversation.of("weather", meta, List.of(Turn.withPlugins(1, bodies)));
  }
}
