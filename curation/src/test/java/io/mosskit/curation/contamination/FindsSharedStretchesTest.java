package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.text.Units;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindsSharedStretchesTest {
  private final EvaluationSets sets = Sets.foxesAndPoem(Matching.standard());

  @Test
  void aCopyIsFoundInBothLanguagesWithItsPlace() {
    Conversation dialogue =
        Dialogues.of("1", "谢谢！" + Sets.POEM, "好的。", "Hi. " + Sets.FOXES + " Hm?", "Fine.");
    List<Overlap> found = sets.overlaps(dialogue);
    assertThat(found).extracting(Overlap::set).containsExactly("诗", "foxes");
    assertThat(found).extracting(Overlap::turn).containsExactly(1, 2);
    assertThat(found).extracting(Overlap::share).containsExactly(1.0, 1.0);
    assertThat(found)
        .extracting(Overlap::units)
        .containsExactly(Units.of(Sets.POEM).size(), Units.of(Sets.FOXES).size());
    assertThat(found).extracting(Overlap::start).containsExactly(3, 4);
    assertThat(found.getFirst().text()).startsWith("李白在《静夜思》").endsWith("地方的亲人");
    assertThat(found.getLast().text()).startsWith("Which of").endsWith("so long");
  }

  @Test
  void caseWidthBlanksAndPunctuationMakeNoDifference() {
    assertThat(
            Sets.inReply(
                sets, "…OF THE *two* FOXES;\ncrossed—the   ｆｒｏｚｅｎ river “first” and why did, it"))
        .extracting(Overlap::units)
        .containsExactly(13);
    assertThat(Sets.inReply(sets, "他说：李 白 在 ， 静夜思 中 描写了\n床前 的月"))
        .extracting(Overlap::text)
        .containsExactly("李 白 在 ， 静夜思 中 描写了\n床前 的月");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which of the two foxes crossed the frozen river first, and why",
        "李白在《静夜思》中描写了床前",
        "Which of the two foxes crossed the frozen lake first, and why did it wait so long?",
        "李白在《静夜思》中描写了床头的月光，请问他由此想到什么地方的亲人？",
      })
  void twelveSharedUnitsAreNoFinding(String reply) {
    assertThat(Sets.inReply(sets, reply)).isEmpty();
  }

  @Test
  void everyFieldIsSearched() {
    Conversation dialogue =
        Dialogues.withPlugin(
            "1", Sets.FOXES, "Search(\"" + Sets.POEM + "\")", Sets.FOXES, Sets.POEM);
    assertThat(sets.overlaps(dialogue))
        .extracting(Overlap::field)
        .containsExactly(Field.HUMAN, Field.COMMANDS, Field.TOOL_RESPONSES, Field.MOSS);
  }

  @Test
  void windowsDoNotReachFromOneTextIntoTheNext() {
    EvaluationItem item =
        new EvaluationItem(
            "q",
            List.of("one two three four five six seven", "eight nine ten eleven twelve 13 14"));
    EvaluationSets apart =
        EvaluationSets.of(List.of(new EvaluationSet("s", List.of(item))), Matching.standard());
    assertThat(
            Sets.inReply(
                apart, "one two three four five six seven eight nine ten eleven twelve 13 14"))
        .isEmpty();
  }

  @Test
  void noResultIsLeftOut() {
    String[] questions = new String[500];
    StringBuilder reply = new StringBuilder();
    for (int i = 0; i < questions.length; i++) {
      questions[i] = Sets.FOXES.replaceAll("(\\w) ", "$1" + i + " ");
      reply.append(questions[i]).append("。\n").append(questions[i]).append("\n另外，");
    }
    EvaluationSets many =
        EvaluationSets.of(List.of(Sets.of("many", questions)), Matching.standard());
    assertThat(Sets.inReply(many, reply.toString())).hasSize(1_000);
  }

  @Test
  void suspectsAreShorterAndApart() {
    EvaluationSets strict = Sets.foxesAndPoem(Matching.standard().withSuspects());
    String reply = "The two foxes crossed the frozen river first. 描写了床前的月光。" + Sets.FOXES;
    Conversation dialogue = Dialogues.of("1", "嗯", reply);
    assertThat(strict.overlaps(dialogue)).hasSize(1);
    assertThat(strict.suspects(dialogue))
        .extracting(Overlap::text)
        .containsExactly("The two foxes crossed the frozen river first", "描写了床前的月光");
    assertThat(sets.suspects(dialogue)).isEmpty();
  }

  @Test
  void aShareOfTheItemMayBeAskedFor() {
    EvaluationSets half = Sets.foxesAndPoem(Matching.standard().withUnits(8).withShare(0.5));
    String eight = "the two foxes crossed the frozen river first";
    String apart = "why did it wait so long? 不。 " + eight + ", and";
    assertThat(Sets.inReply(half, eight)).isEmpty();
    assertThat(Sets.inReply(half, eight + " and why"))
        .extracting(Overlap::share)
        .containsExactly(10.0 / 17);
    assertThat(Sets.inReply(half, apart)).extracting(Overlap::share).containsExactly(9.0 / 17);
  }

  @Test
  void twoSetsOfOneNameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            EvaluationSets.of(
                List.of(Sets.of("a", Sets.FOXES), Sets.of("a", Sets.POEM)), Matching.standard()))
        .withMessageContaining("a name of its own");
  }
}
