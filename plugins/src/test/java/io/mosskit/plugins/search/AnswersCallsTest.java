package io.mosskit.plugins.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersCallsTest {

  /// Finds as many hits as it is asked for, numbered.
  private static final SearchEngine PLENTY =
      new SearchEngine() {
        @Override
        public String version() {
          return "plenty";
        }

        @Override
        public List<Hit> search(String query, int results, int characters) {
          return IntStream.rangeClosed(1, results)
              .mapToObj(n -> new Hit("", "", query + " 第" + n + "条"))
              .toList();
        }
      };

  /// Finds nothing, or is not there.
  private record Poor(boolean reachable) implements SearchEngine {
    @Override
    public String version() {
      return "poor";
    }

    @Override
    public List<Hit> search(String query, int results, int characters) throws SearchException {
      if (!reachable) {
        throw new SearchException("the engine is down; start it");
      }
      return List.of();
    }
  }

  @Test
  void aLineForEachHitNumberedFromOne() {
    Outcome outcome = new Search(PLENTY).execute("湖 lake", Limits.DEFAULT);
    assertThat(outcome)
        .isEqualTo(new Result("<|1|>: '湖 lake 第1条'\n<|2|>: '湖 lake 第2条'\n<|3|>: '湖 lake 第3条'"));
  }

  @Test
  void theNumberOfLinesIsWhatWasAskedForAndStandsInTheVersion() {
    Search one = new Search(PLENTY, 1, 400);
    assertThat(one.execute("a", Limits.DEFAULT)).isEqualTo(new Result("<|1|>: 'a 第1条'"));
    assertThat(one.version()).isEqualTo("1/1x400/plenty");
    assertThat(new Search(PLENTY, 2, 300).version()).isEqualTo("1/2x300/plenty");
  }

  @Test
  void searchesOfOneTurnGiveAsManyLinesEachAsThePublishedOnes() {
    Search search = new Search(PLENTY);
    assertThat(IntStream.of(1, 2, 3, 7).mapToObj(search::among).map(Search::version))
        .containsExactly("1/3x400/plenty", "1/2x400/plenty", "1/1x400/plenty", "1/1x400/plenty");
    assertThat(new Search(PLENTY, 1, 400).among(2).version()).isEqualTo("1/1x400/plenty");
  }

  @Test
  void linesAreCountedOnThroughATurn() {
    Plugins plugins = Plugins.installed().with(new Search(PLENTY));
    List<PluginCall> calls =
        List.of(
            new PluginCall("Search", "甲"),
            new PluginCall("Calculate", "6*7"),
            new PluginCall("Search", "b"));
    Round round = Round.of(calls, plugins, Limits.DEFAULT, Clock.systemUTC());
    assertThat(round.results())
        .isInstanceOfSatisfying(
            Results.Blocks.class,
            blocks ->
                assertThat(Results.body(blocks.blocks()))
                    .isEqualTo(
                        """

                        Search("甲") =>
                        <|1|>: '甲 第1条'
                        <|2|>: '甲 第2条'
                        Search("b") =>
                        <|3|>: 'b 第1条'
                        <|4|>: 'b 第2条'
                        Calculate("6*7") => '42'
                        """));
  }

  @Test
  void whatHasNoAnswerIsANamedFailure() {
    assertThat(reason(new Search(new Poor(true)), "甲")).isEqualTo(Reason.NOTHING_FOUND);
    assertThat(reason(new Search(new Poor(false)), "a")).isEqualTo(Reason.UNAVAILABLE);
    assertThat(reason(new Search(PLENTY), " \u3000")).isEqualTo(Reason.MALFORMED_ARGUMENT);
    assertThat(reason(new Search(PLENTY), "长".repeat(5_000))).isEqualTo(Reason.LIMIT_EXCEEDED);
    Limits narrow = new Limits(100, 20, 10, 100, 100);
    assertThat(new Search(PLENTY).execute("长", narrow))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.detail()).contains("the result has", "at most 20"));
  }

  @Test
  void aFailureStandsOnTheLineAfterTheCallAsPublished() {
    Search search = new Search(new Poor(true));
    Outcome outcome = search.execute("x", Limits.DEFAULT);
    assertThat(search.block("x", outcome).toString()).isEqualTo("Search(\"x\") =>\nNo result.");
    assertThat(search.block("x", outcome).failed()).isTrue();
  }

  @Test
  void refusesSizesThatMakeNoSense() {
    assertThatThrownBy(() -> new Search(PLENTY, 0, 400)).hasMessageContaining("results is 0");
    assertThatThrownBy(() -> new Search(PLENTY, 21, 400)).hasMessageContaining("results is 21");
    assertThatThrownBy(() -> new Search(PLENTY, 3, 39)).hasMessageContaining("characters is 39");
  }

  private static Reason reason(Search search, String query) {
    return ((Failure) search.execute(query, Limits.DEFAULT)).reason();
  }
}
