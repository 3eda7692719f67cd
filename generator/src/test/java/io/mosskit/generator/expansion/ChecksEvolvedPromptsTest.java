package io.mosskit.generator.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.expansion.EvolutionChecks.Step;
import io.mosskit.generator.plan.EvolutionPlan.Operation;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksEvolvedPromptsTest {

  private static final ExpansionPlan PLAN =
      ExpansionPlan.DEFAULT.withEvolution(ExpansionPlan.DEFAULT.evolution().withMaxGrowth(20));

  private static String fault(String parent, String child, Language language, Operation operation) {
    Prompt prompt = new Prompt("p-1", parent, Category.WRITING, language, null, null, Lineage.NONE);
    Family family =
        new Family(
            new Quota(Category.WRITING, language, 9),
            GenerationPlan.of(List.of(SeedFile.of(Path.of("seeds.jsonl"))), List.of(), "m")
                .withExpansion(PLAN),
            List.of(),
            List.of());
    Evolve evolve = new Evolve(family, prompt, Set.of("p-1"), operation, 1);
    return new EvolutionChecks(PLAN)
        .fault(evolve, child, Step.of(parent, child))
        .map(finding -> finding.fault().name())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "写一首关于春天的诗，每句都要提到一种水果。, none",
    "写一首关于春天的诗吧。, UNCHANGED",
    "写一首关于春天的诗。写一首关于夏天的诗。写一首关于秋天的诗。写一首关于冬天的诗。, GROWN_TOO_MUCH",
    "改写后的提示：写一首关于春天的诗，每句七个字。, LEAKED_INSTRUCTION",
    "给定的消息太短，写一首关于春天的诗。, LEAKED_INSTRUCTION",
    "非常抱歉，我不能改写这样的内容。, DECLINED",
    "作为一个人工智能，我不方便改动。, DECLINED",
    "请把我的这个, SAYS_NOTHING",
    "Write a poem about spring in nine lines., WRONG_LANGUAGE",
    "写一首关于[主题]的诗。每句七个字。, TEMPLATE_LEFTOVER"
  })
  void tellsOfChinesePrompts(String child, String expected) {
    assertThat(fault("写一首关于春天的诗。", child, Language.ZH, Operation.CONSTRAIN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Write a poem about spring that names one fruit in every line., none",
    "Please write a poem about spring!, UNCHANGED",
    "Write a poem about spring and one about summer and one about autumn and one about winter and then put them all in the order of the year, GROWN_TOO_MUCH",
    "#Rewritten Prompt#: Write a poem about spring in seven lines., LEAKED_INSTRUCTION",
    "The given message asks for a poem about spring in nine lines., LEAKED_INSTRUCTION",
    "I'm sorry but a longer version is out of reach here., DECLINED",
    "As an AI I would rather leave the text alone., DECLINED",
    "please do this for me, SAYS_NOTHING",
    "写一首关于春天的诗，每句七个字。, WRONG_LANGUAGE"
  })
  void tellsOfEnglishPrompts(String child, String expected) {
    assertThat(fault("Write a poem about spring.", child, Language.EN, Operation.DEEPEN))
        .isEqualTo(expected);
  }

  @Test
  void whatTheParentSaysItselfIsNoLeak() {
    String english = "Is a new prompt better than the original prompt?";
    assertThat(
            fault(
                english,
                english + " Compare both by length, cost and tone.",
                Language.EN,
                Operation.REASONING))
        .isEqualTo("none");
    String chinese = "抱歉打扰，原始提示词太长了怎么办？";
    assertThat(fault(chinese, chinese + "最好不超过两百个字。", Language.ZH, Operation.CONSTRAIN))
        .isEqualTo("none");
  }

  @Test
  void inBreadthNothingOfTheParentNeedsToStay() {
    assertThat(fault("写一首诗。", "写一首词。", Language.ZH, Operation.BREADTH)).isEqualTo("none");
  }

  @Test
  void measuresHowFarAPromptWent() {
    Step chinese = Step.of("写一首诗", "请写一首长诗");
    assertThat(chinese).isEqualTo(new Step(0.8, 2, 2));
    Step english = Step.of("Write a poem", "Please write a long sad poem");
    assertThat(english.added()).isEqualTo(3);
    assertThat(english.grown()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void nothingSharpensAHarmfulWish(Operation operation) {
    assertThat(operation.serves(Category.HARMLESS)).isFalse();
    assertThat(operation.serves(Category.CODE)).isTrue();
    assertThat(operation.serves(Category.HONEST)).isEqualTo(operation == Operation.CONCRETISE);
  }

  private static ChatReply answer(String text) {
    return new ChatReply(text, Finish.STOP, 0, 0, "m");
  }

  @Test
  void readsThePromptInAnAnswer() {
    assertThat(Evolve.read(answer("```json\n{\"prompt\": \" 写副春联 \\ud83d\"}\n```")))
        .isEqualTo(new Usable<>("写副春联 ?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"写副春联", "{\"prompt\": \" \"}", "{\"prompts\": [\"a\"]}", "{\"prompt"})
  void findsBrokenAnswers(String text) {
    assertThat(Evolve.read(answer(text)))
        .isInstanceOfSatisfying(
            Faulty.class, faulty -> assertThat(faulty.fault()).isEqualTo("broken_answer"));
  }
}
