package io.mosskit.schema.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static Label by(String annotator, String category) {
    return new Label("茶", category, 0.9, LabelOrigin.HUMAN, annotator, NOON, null);
  }

  @Test
  void aLabelBecomesATag() throws JsonException {
    Label label = new Label("茶", "writing", 0.75, LabelOrigin.MODEL, "judge-v1", NOON, "诗 a poem");
    Conversation tagged = Labels.apply(Samples.chinese("茶"), label);
    assertThat(tagged.mosskit())
        .isEqualTo(
            Json.parse(
                """
                {"tags": [{"name": "writing", "confidence": 0.75, "origin": "model",
                           "annotator": "judge-v1", "at": "2026-11-22T12:00:00Z",
                           "note": "诗 a poem"}]}\
                """));
    assertThat(Labels.of(tagged)).containsExactly(label);
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws JsonException {
    Conversation tagged =
        Labels.apply(Samples.english("egg"), Label.of("egg", Category.CODE, LabelOrigin.RULE));
    assertThat(tagged.mosskit())
        .isEqualTo(Json.parse("{\"tags\": [{\"name\": \"code\", \"origin\": \"rule\"}]}"));
  }

  @Test
  void anOlderTagOfTheSameOriginAndAnnotatorGivesWayInItsPlace() {
    Label rule = Label.of("茶", Category.CODE, LabelOrigin.RULE);
    Conversation tagged = Samples.chinese("茶");
    for (Label label : List.of(by("王芳", "code"), rule, by("Ann", "honest"))) {
      tagged = Labels.apply(tagged, label);
    }
    tagged = Labels.apply(tagged, by("王芳", "writing"));
    assertThat(Labels.of(tagged)).containsExactly(by("王芳", "writing"), rule, by("Ann", "honest"));
    Label newerRule = Label.of("茶", Category.HARMLESS, LabelOrigin.RULE);
    assertThat(Labels.of(Labels.apply(tagged, newerRule)))
        .containsExactly(by("王芳", "writing"), newerRule, by("Ann", "honest"));
  }

  @Test
  void applyingALabelTwiceIsApplyingItOnceAndChangesNothingElse() {
    Conversation tea = Samples.chinese("茶").withMosskit("language", Json.of("zh"));
    Conversation once = Labels.apply(tea, by("王芳", "writing"));
    assertThat(Labels.apply(once, by("王芳", "writing"))).isEqualTo(once);
    assertThat(once.mosskit().without(Labels.MEMBER)).isEqualTo(tea.mosskit());
    assertThat(once.turns()).isEqualTo(tea.turns());
    assertThat(Labels.of(tea)).isEmpty();
  }

  @Test
  void theIdOfTheToolkitNamesTheDialogue() {
    Conversation renamed = Samples.chinese("1").withMosskit("id", Json.of("茶"));
    assertThat(Labels.of(Labels.apply(renamed, by("王芳", "code")))).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Labels.apply(Samples.chinese("1"), by("王芳", "code")))
        .withMessage("the label of \"茶\" is not one of \"1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "{}",
        "{\"name\": \"标签\"}",
        "{\"name\": \" \", \"origin\": \"human\"}",
        "{\"name\": \"tag\", \"origin\": \"nobody\"}",
        "{\"name\": \"tag\", \"origin\": \"human\", \"confidence\": 1.5}"
      })
  void whatIsNoLabelIsPassedOverAndKept(String tag) throws JsonException {
    Conversation odd =
        Samples.chinese("茶").withMosskit(Labels.MEMBER, Json.of(List.of(Json.parse(tag))));
    assertThat(Labels.of(odd)).isEmpty();
    Conversation tagged = Labels.apply(odd, by("王芳", "code"));
    assertThat(Labels.of(tagged)).containsExactly(by("王芳", "code"));
    assertThat(((Json.Arr) tagged.mosskit().get(Labels.MEMBER)).elements()).hasSize(2);
  }

  @Test
  void aTimeThatIsNoneIsUnknown() throws JsonException {
    Json tag = Json.parse("{\"name\": \"标签\", \"origin\": \"human\", \"at\": \"昨天\"}");
    Conversation odd = Samples.chinese("茶").withMosskit(Labels.MEMBER, Json.of(List.of(tag)));
    assertThat(Labels.of(odd))
        .containsExactly(new Label("茶", "标签", null, LabelOrigin.HUMAN, null, null, null));
  }

  @Test
  void aPersonsLabelIsShownBeforeALaterOneAndATagBeforeTheDeclaredCategory() {
    Conversation tea = Samples.chinese("茶").withCategory("advice");
    Label declared = Label.of("茶", Category.BRAINSTORMING, LabelOrigin.DECLARED);
    assertThat(Labels.best(tea)).contains(declared);
    Label model = Label.of("茶", Category.CODE, LabelOrigin.MODEL);
    Label rule = Label.of("茶", Category.HONEST, LabelOrigin.RULE);
    Conversation tagged = Labels.apply(Labels.apply(tea, model), rule);
    assertThat(Labels.best(tagged)).contains(rule);
    Conversation seen = Labels.apply(tea, by("王芳", "writing"));
    assertThat(Labels.best(Labels.apply(seen, rule))).contains(by("王芳", "writing"));
    assertThat(Labels.best(Samples.english("egg"))).isEmpty();
    assertThat(Labels.best(Samples.english("egg").withCategory("tool"))).isEmpty();
    Conversation nameless = Conversation.of("", MetaInstruction.plain(), List.of());
    assertThat(Labels.best(nameless.withCategory("advice"))).isEmpty();
    assertThat(Labels.categoryOf(nameless.withCategory("advice"))).contains("brainstorming");
    assertThat(Labels.categoryOf(seen)).contains("writing");
    assertThat(Labels.categoryOf(nameless)).isEmpty();
  }

  @Test
  void aLabelKnowsThePublishedSpellingsOfItsCategory() {
    assertThat(by("王芳", "Awesome ZH").category()).isEqualTo("complex-instruction");
    assertThat(by("王芳", "rp").known()).contains(Category.ROLE_PLAYING);
    assertThat(by("王芳", " 有趣 ").category()).isEqualTo("有趣");
    assertThat(by("Ann", "fun").known()).isEmpty();
  }

  @Test
  void aLabelIsChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> by("王芳", " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Label.of(" ", Category.CODE, LabelOrigin.HUMAN));
    for (double wrong : List.of(-0.1, 1.1, Double.NaN)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Label("a", "code", wrong, LabelOrigin.HUMAN, null, null, null))
          .withMessageContaining("from 0 to 1");
    }
    Label empty = new Label("a", "code", -0.0, LabelOrigin.HUMAN, "", null, "");
    assertThat(empty).isEqualTo(new Label("a", "code", 0.0, LabelOrigin.HUMAN, null, null, null));
  }
}
