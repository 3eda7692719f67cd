package io.mosskit.schema.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Field;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.convert.ConversionException;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A marker in an argument would end the commands, and the results that echo it.
class KeepsMarkersOutOfCallsTest {

  static Stream<String> markers() {
    return Stream.of(Field.values()).flatMap(field -> Stream.of(field.opening(), field.closing()));
  }

  @ParameterizedTest
  @MethodSource("markers")
  void noCallBearsAMarker(String marker) {
    assertThat(Field.markerIn("茶 " + marker + " tea")).contains(marker);
    assertThat(PluginCall.isArgument("茶" + marker)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new PluginCall("Search", marker));
    assertThat(Commands.parse("Calculate(\"1\"), Search(\"茶" + marker + "\")"))
        .isEqualTo(new Commands.Malformed(24, "an argument without markers"));
    assertThat(Results.parse("\nSearch(\"" + marker + "\") =>\n<|1|>: '茶'\n"))
        .isEqualTo(new Results.Malformed("calls whose arguments hold no markers"));
  }

  @ParameterizedTest
  @MethodSource("markers")
  void aBlankMakesAMarkerNone(String marker) {
    assertThat(Field.withoutMarkers("茶" + marker + marker))
        .isEqualTo("茶< " + marker.substring(1) + "< " + marker.substring(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[<|1|>]", "<eos>", "＜eom＞", "<|MOSS|>", "a < b", "it's; x=1", "茶\\n"})
  void whatOnlyLooksLikeOneIsAnArgument(String argument) {
    assertThat(PluginCall.isArgument(argument)).isTrue();
    assertThat(Commands.parse("Search(\"" + argument + "\")"))
        .isEqualTo(new Commands.Calls(List.of(new PluginCall("Search", argument))));
    assertThat(Field.withoutMarkers(argument)).isEqualTo(argument);
  }

  @Test
  void aForeignCallWithAMarkerIsNotRepresentable() throws Exception {
    Json record =
        Json.parse(
            """
            {"messages": [{"role": "user", "content": "搜一下"},
             {"role": "assistant", "content": null, "tool_calls": [{"id": "1", "type": "function",
              "function": {"name": "Search", "arguments": "{\\"query\\": \\"<eoc>\\"}"}}]},
             {"role": "tool", "tool_call_id": "1", "content": "tea"},
             {"role": "assistant", "content": "茶。"}]}
            """);
    assertThatThrownBy(() -> Codecs.named("messages").read(record, "x"))
        .isInstanceOf(ConversionException.class)
        .hasMessageContaining("found <eoc>");
  }
}
