package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {
  private static final Tagger TAGGER = Tagger.standard(0);

  @AfterAll
  static void close() {
    TAGGER.close();
  }

  private static List<Tag> tags(Conversation conversation) {
    return TAGGER.tags(conversation, Measures.of(conversation));
  }

  private static Label human(String id, String category) {
    return new Label(
        id, category, null, LabelOrigin.HUMAN, "陈", Instant.parse("2026-11-22T10:00:00Z"), "sure");
  }

  @Test
  void everyFacetIsTagged() {
    assertThat(tags(Dialogues.of("1", "用Python写一个快速排序函数", "def …")))
        .extracting(Tag::facet)
        .startsWith("category", "language", "difficulty", "task");
    assertThat(tags(Dialogues.of("1", "用Python写一个快速排序函数", "def …")))
        .extracting(Tag::value)
        .startsWith("code", "zh", "very-easy", "coding");
    assertThat(tags(Dialogues.of("2", "Écris-moi une lettre pour ma tante qui est malade", "…")))
        .contains(new Tag("language", "other", LabelOrigin.RULE, 1));
  }

  @Test
  void whatTheRecordDeclaresStandsAboveTheModel() {
    Conversation declared = Dialogues.of("1", "写一首诗", "…").withCategory("code");
    assertThat(tags(declared).getFirst())
        .isEqualTo(new Tag("category", "code", LabelOrigin.DECLARED, 1));
  }

  @Test
  void whatAPersonSaysStandsAboveAllAndIsNeverOverwritten() {
    Conversation plain = Dialogues.of("1", "写一首诗", "…").withCategory("code");
    Conversation labelled = Labels.apply(plain, human("1", "honest"));
    List<Tag> tags = tags(labelled);
    assertThat(tags.getFirst()).isEqualTo(new Tag("category", "honest", LabelOrigin.HUMAN, 1));
    assertThat(tags).filteredOn(tag -> tag.facet().equals("category")).hasSize(1);
    Conversation written = Tags.beside(labelled, tags);
    assertThat(Labels.best(written)).contains(human("1", "honest"));
    assertThat(Tags.beside(written, tags(written))).isEqualTo(written);
  }

  @Test
  void aLabelOfAPersonDoesNotTouchTagsOfOtherFacets() {
    Conversation tagged =
        Tags.beside(Dialogues.of("1", "写一首诗", "…"), tags(Dialogues.of("1", "写一首诗", "…")));
    Conversation labelled = Labels.apply(tagged, human("1", "writing"));
    assertThat(Tags.of(labelled)).containsAll(Tags.of(tagged));
    assertThat(Labels.of(tagged)).extracting(Label::category).containsExactly("writing");
  }

  @Test
  void aTagStandsInARecordWithFacetNameAndOrigin() {
    assertThat(new Tag("task", "coding", LabelOrigin.RULE, 0.85).json())
        .hasToString(
            "{\"facet\":\"task\",\"name\":\"coding\",\"origin\":\"rule\",\"confidence\":0.85}");
    assertThat(new Tag("category", "code", LabelOrigin.DECLARED, 1).json())
        .hasToString("{\"facet\":\"category\",\"name\":\"code\",\"origin\":\"declared\"}");
    assertThatThrownBy(() -> new Tag("a", "b", LabelOrigin.RULE, Double.NaN))
        .hasMessageContaining("from 0 to 1");
  }

  @Test
  void whatIsNoTagIsPassedOverAndKept() {
    Json odd = Json.of(List.of(Json.of("x"), Json.object().put("name", "code").build()));
    Conversation strange = Dialogues.of("1", "你好", "好").withMosskit("tags", odd);
    assertThat(Tags.of(strange)).isEmpty();
    assertThat(Tags.beside(strange, List.of()).mosskit().get("tags")).isEqualTo(odd);
  }

  @Test
  void threadsSayTheSame() {
    List<Conversation> dialogues =
        IntStream.range(0, 40)
            .mapToObj(i -> Dialogues.of("" + i, i % 2 == 0 ? "写首诗" + i : "solve x = " + i, "…"))
            .toList();
    List<List<Tag>> alone = dialogues.stream().map(TaggerTest::tags).toList();
    assertThat(dialogues.parallelStream().map(TaggerTest::tags).toList()).isEqualTo(alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"啊", "a", "a ", "\n", "`", "```", "\u0000", "\uD83D", "(", "́", "1"})
  void hostileTextsAreTagged(String unit) {
    String hostile = unit.repeat(500_000 / unit.length());
    assertThat(tags(Dialogues.of("1", hostile, hostile))).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void aDialogueWithoutTurnsHasNoCategory() {
    assertThat(tags(Dialogues.of("1")))
        .extracting(Tag::facet)
        .containsExactly("language", "difficulty", "task");
  }
}
