package io.mosskit.inference.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.eval.PromptForm.Style;
import io.mosskit.inference.eval.Task.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgesRepliesTest {
  @TempDir private Path folder;

  @Test
  void exactMatchesPassOverCaseWidthAndTheFullStop() {
    assertThat(Matching.isExact(" Ｂeijing. ", List.of("北京", "beijing"))).isTrue();
    assertThat(Matching.isExact("北京。", List.of("北京"))).isTrue();
    assertThat(Matching.isExact("not Beijing", List.of("Beijing"))).isFalse();
    assertThat(Matching.contains("我想是北京吧。", List.of("北京"))).isTrue();
    assertThat(Matching.contains("上海", List.of("北京"))).isFalse();
  }

  @Test
  void theLastNumberCounts() {
    assertThat(Matching.isNumber("3 次 4 是 12，共 1,200.50 元", List.of("#### 1200.5"))).isTrue();
    assertThat(Matching.isNumber("first 5, then −3… so -3", List.of("-3"))).isTrue();
    assertThat(Matching.isNumber("no idea 不知道", List.of("7"))).isFalse();
  }

  @Test
  void jsonIsComparedByWhatItSays() {
    List<String> answer = List.of("{\"a\": 1, \"城市\": [\"北京\", 2.0]}");
    assertThat(Matching.isJson("```json\n{\"城市\": [\"北京\", 2], \"a\": 1.0}\n```", answer)).isTrue();
    assertThat(Matching.isJson("Here: {\"a\": 1, \"城市\": [\"北京\", 2]} 好了", answer)).isTrue();
    assertThat(Matching.isJson("{\"a\": 1}", answer)).isFalse();
    assertThat(Matching.isJson("a = 1", answer)).isFalse();
  }

  private static ChatModel saying(String words) {
    return _ -> new ChatReply(words, ChatReply.Finish.STOP, 1, 1, "fixed");
  }

  private static Task task(Kind kind) {
    Item tea =
        new Item(
            "1", Json.object().put("question", "2 + 2 等于几？").build(), List.of(), -1, List.of("4"));
    Item two =
        new Item("2", Json.object().put("question", "2 + 3?").build(), List.of(), -1, List.of("5"));
    return new Task(
        "sum",
        kind,
        List.of(tea, two),
        List.of(),
        PromptForm.of(Style.TEXTS),
        16,
        Optional.empty());
  }

  @Test
  void aJudgeGradesFromOneToFive() throws Exception {
    Evaluation evaluation =
        new Evaluation(Optional.empty(), Optional.of(saying("4")), Optional.of(saying("Score: 3")));
    assertThat(evaluation.run(task(Kind.GRADED), Progress.NONE))
        .allSatisfy(item -> assertThat(item.metrics()).containsEntry("grade", 3.0));
  }

  @Test
  void resultsAreReadAgainAndCompared() throws Exception {
    Results four = results("four", "是 4。");
    Results five = results("five", "it is 5");
    four.write(folder.resolve("four"));
    assertThat(Results.read(folder.resolve("four"))).isEqualTo(four);
    assertThat(Files.readString(folder.resolve("four/results.md")))
        .contains("| sum | numeric | 2 | 0.5000 |");
    assertThat(Files.readString(folder.resolve("four/results.html"))).contains("<td>0.5000</td>");
    Results.Comparison comparison = Results.compare(four, five);
    assertThat(comparison.table().rows().getFirst()).contains("0.0000", "1.0000");
  }

  private static Results results(String name, String words) throws Exception {
    return new Results(
        name,
        new Evaluation(Optional.empty(), Optional.of(saying(words)), Optional.empty())
            .run(task(Kind.NUMERIC), Progress.NONE));
  }
}
