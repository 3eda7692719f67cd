package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each guard with it and without it.
class GuardsAgainstFalseFindingsTest {
  private static final String TEMPLATE =
      "Read the passage above with care and choose the one best answer from among these options:";
  private static final String VORLAGE = "请仔细阅读上面的短文，然后从下列四个选项中选出一个最恰当的答案：";

  private static List<Overlap> find(EvaluationSet set, Matching matching, String reply) {
    return Sets.inReply(EvaluationSets.of(List.of(set), matching), reply);
  }

  private static EvaluationSet templates(int items) {
    List<EvaluationItem> all = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      all.add(new EvaluationItem("e" + i, List.of(TEMPLATE + " fox" + i + " or river" + i + "?")));
      all.add(new EvaluationItem("z" + i, List.of(VORLAGE + "第" + (char) ('一' + i) + "种狐狸")));
    }
    return new EvaluationSet("templates", all);
  }

  @Test
  void aTemplateOfManyItemsIsNoFinding() {
    Matching with = Matching.standard();
    Matching without = with.without(Guard.BOILERPLATE);
    for (String template : List.of(TEMPLATE, VORLAGE)) {
      assertThat(find(templates(11), with, template)).isEmpty();
      assertThat(find(templates(11), without, template)).hasSize(11);
      assertThat(find(templates(10), with, template)).hasSize(10);
    }
  }

  @Test
  void itCountsTogetherWithWhatIsAnItemsOwn() {
    List<Overlap> found =
        find(templates(40), Matching.standard(), "So: " + TEMPLATE + " fox7 or river7?");
    assertThat(found).extracting(Overlap::item).containsExactly("e7");
    assertThat(found.getFirst().text()).startsWith("Read the").endsWith("fox7 or river7");
    assertThat(found.getFirst().share()).isEqualTo(1);
  }

  @Test
  void countingIsNoFinding() {
    EvaluationSet counting =
        Sets.of(
            "counting",
            "What follows? 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
            "接着数：1、2、3、4、5、6、7、8、9、10、11、12、13、14");
    String reply = "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17";
    assertThat(find(counting, Matching.standard(), reply)).isEmpty();
    assertThat(find(counting, Matching.standard().without(Guard.NUMBERS), reply)).hasSize(2);
    assertThat(find(counting, Matching.standard(), "So, what follows? " + reply.substring(2)))
        .isEmpty();
    assertThat(find(counting, Matching.standard().withUnits(6), "What follows? 1 2 3 4 5"))
        .hasSize(1);
  }

  @Test
  void refrainsAreNoFinding() {
    EvaluationSet refrains =
        Sets.of(
            "refrains", "Sing: la la la la la la la la la la la la la la", "唱：" + "啦".repeat(14));
    String reply = "La ".repeat(20) + "啦".repeat(20);
    assertThat(find(refrains, Matching.standard(), reply)).isEmpty();
    assertThat(find(refrains, Matching.standard().without(Guard.MONOTONY), reply)).hasSize(2);
  }

  @Test
  void shortQuestionsAreLookedForWhole() {
    EvaluationSet set =
        Sets.of(
            "short",
            "Who first crossed the frozen river on foot?",
            "谁最早徒步走过冰冻的河？",
            "Who is it?",
            "是谁？");
    String reply = "Q: who first crossed the frozen river on foot? 又问：谁最早徒步走过冰冻的河？Who is it? 是谁？";
    assertThat(find(set, Matching.standard(), reply))
        .extracting(Overlap::item)
        .containsExactly("0", "1");
    assertThat(find(set, Matching.standard(), "Who first crossed the frozen river?")).isEmpty();
    assertThat(find(set, Matching.standard().without(Guard.SHORT), reply)).hasSize(4);
  }

  @Test
  void aShortQuestionOfTwoItemsTellsNeither() {
    EvaluationSet set =
        Sets.of(
            "twice",
            "Which of these two statements is always true?",
            "Foxes: which of these two statements is always true? Choose.",
            "下列说法中正确的是哪一项？",
            "下列说法中正确的是哪一项？");
    String reply = "which of these two statements is always true? 下列说法中正确的是哪一项？";
    assertThat(find(set, Matching.standard().withUnits(13), reply)).isEmpty();
    assertThat(find(set, Matching.standard().without(Guard.SHORT), reply)).hasSize(3);
  }

  @Test
  void onlyQuestionsAreLookedForWhole() {
    EvaluationItem item =
        new EvaluationItem(
            "q", List.of(Sets.FOXES, "the red one crossed before the grey one did", "是红色的那一只先走过河"));
    EvaluationSet set = new EvaluationSet("s", List.of(item));
    assertThat(find(set, Matching.standard(), "The red one crossed before the grey one did."))
        .isEmpty();
    assertThat(find(set, Matching.standard().without(Guard.SHORT), "是红色的那一只先走过河")).isEmpty();
  }

  @Test
  void whatIsKnownToBePublicIsIgnored() {
    EvaluationSet set = Sets.of("s", Sets.FOXES, Sets.POEM);
    Matching matching = Matching.standard().withIgnored(List.of(Sets.FOXES, "前言：" + Sets.POEM));
    assertThat(find(set, matching, Sets.FOXES + Sets.POEM)).isEmpty();
    assertThat(find(set, matching.withIgnored(List.of("别的文字")), Sets.FOXES + Sets.POEM)).hasSize(2);
  }

  @Test
  void limitsOutsideTheirRangeAreRefused() {
    Matching standard = Matching.standard();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.withUnits(1))
        .withMessageContaining("2 to 100 units");
    assertThatIllegalArgumentException().isThrownBy(() -> standard.withUnits(101));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standard.withShare(Double.NaN))
        .withMessageContaining("from 0 to 1");
  }
}
