package io.mosskit.schema.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Calculate(\"12*(3+4)\")",
        "Search(\"珠穆朗玛峰 高度\"), Search(\"Mount Everest's height\")",
        "Solve(\"x+y=3;x-y=1\"), Calculate(\"\")"
      })
  void callsAreReadAndWrittenBack(String body) {
    assertThat(Commands.parse(body))
        .isInstanceOfSatisfying(
            Commands.Calls.class, c -> assertThat(Commands.body(c.calls())).isEqualTo(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "none",
        "None.",
        "None, Search(\"a\")",
        "Search(\"a\"), None",
        "Search(a)",
        "Solve(\"x=1\", \"x\")",
        "Calculate(\"1\"), ",
        "Calculate(\"1\");Calculate(\"2\")",
        "Calculate(\"1\") = 0",
        "Calculate(\"(\"+str(2)+\")\")",
        "1. Calculate(\"1\")",
        "Calculate(\"1\n\")"
      })
  void whatLeavesTheGrammarIsMalformed(String body) {
    assertThat(Commands.parse(body)).isInstanceOf(Commands.Malformed.class);
  }

  @Test
  void thePlaceIsNamed() {
    assertThat(Commands.parse("Search(\"天气\"), None"))
        .isEqualTo(new Commands.Malformed(14, "Name(\"argument\")"));
    assertThat(Commands.parse("Calculate(\"1\") ")).isInstanceOf(Commands.Malformed.class);
    assertThat(Commands.parse("None")).isEqualTo(new Commands.None());
    assertThat(Commands.body(List.of())).isEqualTo("None");
  }

  @Test
  void anArgumentHoldsNoQuoteAndNoLineBreak() {
    assertThatThrownBy(() -> new PluginCall("Search", "a\"b")).hasMessageContaining("quote");
    assertThatThrownBy(() -> new PluginCall("2nd", "a")).hasMessageContaining("name");
    assertThatThrownBy(() -> new Commands.Calls(List.of())).hasMessageContaining("None");
  }

  @Test
  void resultBlocksAreReadAndWrittenBack() {
    String body =
        """

        Search("茶") =>
        <|1|>: '绿茶'
        <|2|>: "It's tea"
        Calculate("1/3") => '0.3333333333333333'
        Solve("x^2=-1") =>
        No result.
        """;
    Results.Blocks blocks = (Results.Blocks) Results.parse(body);
    assertThat(blocks.blocks()).hasSize(3);
    assertThat(blocks.blocks().get(0).numbers()).containsExactly(1, 2);
    assertThat(blocks.blocks().get(1).text()).isEqualTo("'0.3333333333333333'");
    assertThat(blocks.blocks().get(1).onSameLine()).isTrue();
    assertThat(blocks.blocks().get(2).failed()).isTrue();
    assertThat(Results.body(blocks.blocks())).isEqualTo(body);
  }

  @Test
  void otherResults() {
    assertThat(Results.parse("None")).isEqualTo(new Results.None());
    assertThat(Results.parse("\nNone\n")).isEqualTo(new Results.None());
    assertThat(Results.body(List.of())).isEqualTo("\nNone\n");
    assertThat(Results.parse("Image generated successfully."))
        .isEqualTo(new Results.Inline("Image generated successfully."));
    assertThat(Results.parse("\nsome text\n")).isInstanceOf(Results.Malformed.class);
    assertThat(Results.parse("\ntext\nSolve(\"x=1\") =>\nx = 1\n"))
        .isInstanceOf(Results.Malformed.class);
  }

  @Test
  void citations() {
    assertThat(Citations.of("茶。<sup><|1|></sup><sup><|12|></sup> and <|3|>"))
        .containsExactly(
            new Citations.Citation(1, 2, true),
            new Citations.Citation(12, 18, true),
            new Citations.Citation(3, 40, false));
    assertThat(Citations.of("<|99999999999|>").getFirst().number()).isEqualTo(Integer.MAX_VALUE);
    assertThat(Citations.highestNumber(new Results.None())).isZero();
    assertThat(Citations.highestNumber(new Results.Inline("x"))).isEqualTo(1);
    assertThat(
            Citations.highestNumber(
                Results.parse("\nCalculate(\"1\") => '1'\nCalculate(\"2\") => '2'\n")))
        .isEqualTo(2);
  }
}
