package io.mosskit.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.lineage.Receipt;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutesTurnsTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Plugins PLUGINS =
      Plugins.installed().with(new Notes("Search", false), new Notes("Paint", true));

  /// Answers with a line for each word of the argument.
  private record Notes(String name, boolean answersInline) implements Plugin {
    @Override
    public String apiLine() {
      return name + "(words)";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Outcome execute(String argument, Limits limits) {
      StringBuilder lines = new StringBuilder();
      int number = 1;
      for (String word : argument.split(" ")) {
        lines.append(lines.isEmpty() ? "" : "\n").append("<|").append(number++).append("|>: '");
        lines.append(word).append("'");
      }
      return new Outcome.Result(lines.toString());
    }

    @Override
    public Block block(String argument, Outcome outcome) {
      return new Block(new PluginCall(name, argument), outcome.printed(), false);
    }
  }

  private static Round round(PluginCall... calls) {
    return Round.of(Arrays.asList(calls), PLUGINS, Limits.DEFAULT, CLOCK);
  }

  private static PluginCall call(String name, String argument) {
    return new PluginCall(name, argument);
  }

  @Test
  void blocksStandGroupedByTool() {
    Round round =
        round(
            call("Solve", "x+1=3"),
            call("Calculate", "6*7"),
            call("Search", "青海湖"),
            call("Calculate", "1+1"));
    assertThat(Results.body(((Results.Blocks) round.results()).blocks()))
        .isEqualTo(
            """

            Search("青海湖") =>
            <|1|>: '青海湖'
            Calculate("6*7") => '42'
            Calculate("1+1") => '2'
            Solve("x+1=3") =>
            x = 2
            """);
    assertThat(round.executions())
        .extracting(execution -> execution.receipt().argument())
        .containsExactly("x+1=3", "6*7", "青海湖", "1+1");
  }

  @Test
  void numberedLinesAreCountedOnThroughTheTurn() {
    Round round = round(call("Search", "one two"), call("Search", "三"));
    List<Block> blocks = ((Results.Blocks) round.results()).blocks();
    assertThat(blocks).extracting(Block::numbers).containsExactly(List.of(1, 2), List.of(3));
    assertThat(blocks.getLast().text()).isEqualTo("<|3|>: '三'");
    assertThat(blocks.getLast().numberedFrom(1).text()).isEqualTo("<|1|>: '三'");
  }

  @Test
  void receiptsDoNotDependOnTheirPlaceInTheTurn() {
    Receipt alone = round(call("Search", "三")).executions().getFirst().receipt();
    Round after = round(call("Search", "one two"), call("Search", "三"));
    assertThat(after.executions().getLast().receipt()).isEqualTo(alone);
  }

  @Test
  void aLonePictureIsAnsweredInline() {
    assertThat(round(call("Paint", "moon")).results())
        .isEqualTo(new Results.Inline("<|1|>: 'moon'"));
    assertThat(round(call("Paint", "moon"), call("Paint", "日")).results())
        .isInstanceOf(Results.Blocks.class);
  }

  @Test
  void whatCallsNothingHasNoResults() {
    assertThat(round().results()).isEqualTo(new Results.None());
    assertThat(round().succeeded()).isTrue();
    assertThat(round().failed()).isFalse();
  }

  @Test
  void failuresAreTold() {
    assertThat(round(call("Calculate", "1/0")).failed()).isTrue();
    Round partly = round(call("Calculate", "1/0"), call("Calculate", "6*7"));
    assertThat(partly.failed()).isFalse();
    assertThat(partly.succeeded()).isFalse();
  }

  @Test
  void aCallWithoutPluginIsAnErrorOfTheCaller() {
    assertThatThrownBy(() -> round(call("Weather", "上海")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Weather(\"上海\")");
  }
}
