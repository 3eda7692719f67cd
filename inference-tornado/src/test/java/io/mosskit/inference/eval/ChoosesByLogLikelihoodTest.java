package io.mosskit.inference.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.eval.PromptForm.Style;
import io.mosskit.inference.eval.Task.Kind;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The vocabulary is `q`, `a`, `b`, `问`, `.`; one character is one token.
class ChoosesByLogLikelihoodTest {
  private static final String VOCABULARY = "qab问.";

  /// ln p: after q, a: 1/2, b: 1/4, the rest 1/12; after a, a: 1/10, b: 6/10, rest 1/10; after b
  /// all equal; after 问, b: 8/10, a: 1/20, rest 1/20; after `.` all equal.
  private static final float[][] TABLE = {
    logs(1 / 12.0, 1 / 2.0, 1 / 4.0, 1 / 12.0, 1 / 12.0),
    logs(0.1, 0.1, 0.6, 0.1, 0.1),
    logs(0.2, 0.2, 0.2, 0.2, 0.2),
    logs(0.05, 0.05, 0.8, 0.05, 0.05),
    logs(0.2, 0.2, 0.2, 0.2, 0.2)
  };

  private static float[] logs(double... shares) {
    float[] logs = new float[shares.length];
    for (int i = 0; i < shares.length; i++) {
      logs[i] = (float) Math.log(shares[i]) + 3; // a constant changes no probability
    }
    return logs;
  }

  private static int[] encode(String text) {
    return text.chars().map(VOCABULARY::indexOf).toArray();
  }

  private static ChoiceScorer scorer(TableBackend backend) {
    return new ChoiceScorer(backend, ChoosesByLogLikelihoodTest::encode, VOCABULARY.indexOf('.'));
  }

  private static Item item(String id, String question, int gold, String... choices) {
    return new Item(
        id,
        Json.object().put("question", question).build(),
        List.of(choices),
        gold,
        List.of(choices[gold]));
  }

  @Test
  void logLikelihoodsAreThoseOfTheTable() {
    double[] found =
        scorer(new TableBackend(TABLE, 20)).logLikelihoods("问q", List.of("a", "b", "ab"));
    assertThat(found[0]).isCloseTo(Math.log(0.5), within(1e-6));
    assertThat(found[1]).isCloseTo(Math.log(0.25), within(1e-6));
    assertThat(found[2]).isCloseTo(Math.log(0.5 * 0.6), within(1e-6));
  }

  @Test
  void withoutAContextTheBeginningStandsBefore() {
    double[] found = scorer(new TableBackend(TABLE, 20)).logLikelihoods("", List.of("ab"));
    assertThat(found[0]).isCloseTo(Math.log(0.2 * 0.6), within(1e-6));
  }

  @Test
  void theContextIsComputedOnce() {
    TableBackend backend = new TableBackend(TABLE, 200);
    scorer(backend).logLikelihoods("q".repeat(100), List.of("ab", "ba", "bb", "b"));
    assertThat(backend.computed()).isEqualTo(100 + 3);
  }

  @Test
  void aContextThatIsTooLongLosesItsBeginning() {
    double[] found =
        scorer(new TableBackend(TABLE, 5)).logLikelihoods("b".repeat(50) + "q", List.of("ab"));
    assertThat(found[0]).isCloseTo(Math.log(0.5 * 0.6), within(1e-6));
  }

  /// By hand. Item 1: a has 1/2, bb has 1/4 x 1/5: a, right; by character ln(1/2) = -0.69 against
  /// ln(1/20)/2 = -1.50: a, right. Item 2: b has 1/4, ab has 0.5 x 0.6 = 0.3: ab, wrong; by
  /// character -1.39 against -0.60: ab, wrong. Item 3 (after 问): b 0.8, a 0.05: b, right twice.
  /// Item 4 (after q): b 0.25, aba 0.5 x 0.6 x 0.2 = 0.06: b, wrong; by character -1.39 against
  /// ln(0.06)/3 = -0.94: aba, right. So acc is 2/4 and acc_norm 3/4.
  @Test
  void accuraciesAreThoseWorkedOutByHand() throws Exception {
    Task task =
        new Task(
            "hand",
            Kind.MULTIPLE_CHOICE,
            List.of(
                item("1", "q", 0, "a", "bb"),
                item("2", "q", 0, "b", "ab"),
                item("3", "问", 1, "a", "b"),
                item("4", "q", 1, "b", "aba")),
            List.of(),
            new PromptForm(Optional.empty(), "", Style.TEXTS),
            16,
            Optional.empty());
    Evaluation evaluation =
        new Evaluation(
            Optional.of(scorer(new TableBackend(TABLE, 50))), Optional.empty(), Optional.empty());
    Results results = new Results("table", evaluation.run(task, Progress.NONE));
    List<List<String>> rows = results.table().rows();
    assertThat(rows.get(0).subList(0, 4)).containsExactly("hand", "acc", "4", "0.5000");
    assertThat(rows.get(1).subList(0, 4)).containsExactly("hand", "acc_norm", "4", "0.7500");
    List<Double> acc = new ArrayList<>();
    results.items().forEach(item -> acc.add(item.metrics().get("acc")));
    assertThat(acc).containsExactly(1.0, 0.0, 1.0, 0.0);
  }

  @Test
  void examplesStandBeforeTheItemWithTheirAnswers() {
    Task task =
        new Task(
            "shots",
            Kind.MULTIPLE_CHOICE,
            List.of(item("1", "什么茶？", 0, "绿茶", "水")),
            List.of(item("e", "What is tea?", 1, "a stone", "a drink")),
            PromptForm.of(Style.LETTERS),
            16,
            Optional.empty());
    assertThat(task.prompt(task.items().getFirst()))
        .isEqualTo("What is tea?\nA. a stone\nB. a drink\nAnswer: B\n\n什么茶？\nA. 绿茶\nB. 水\n答案：");
  }

  @Test
  void aModelThatOnlyTalksIsRefused() {
    Task task =
        new Task(
            "t",
            Kind.MULTIPLE_CHOICE,
            List.of(item("1", "q", 0, "a", "b")),
            List.of(),
            PromptForm.of(Style.TEXTS),
            16,
            Optional.empty());
    assertThatThrownBy(() ->
            new Evaluation(Optional.empty(), Optional.empty(), Optional.empty())
                .run(task, Progress.NONE))
        .hasMessageContaining("only a local model gives");
  }
}
