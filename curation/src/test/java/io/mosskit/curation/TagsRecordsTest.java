package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TagsRecordsTest {

  private static Conversation kept(CurationPlan plan, Conversation conversation)
      throws IOException {
    try (Stages stages = Stages.of(plan)) {
      return ((Draft.Candidate) stages.draft(Dialogues.entry(conversation))).conversation();
    }
  }

  private static Conversation kept(Conversation conversation) throws IOException {
    return kept(CurationPlan.standard(), conversation);
  }

  private static Optional<Tag> category(Conversation record) {
    return Tags.of(record).stream().filter(tag -> tag.facet().equals(Tag.CATEGORY)).findFirst();
  }

  @Test
  void aDeclaredCategoryIsTaken() throws IOException {
    Conversation declared = Dialogues.of("1", "写一首诗", "春眠不觉晓。").withCategory("awesome_zh");
    assertThat(category(kept(declared)))
        .contains(new Tag(Tag.CATEGORY, "complex-instruction", LabelOrigin.DECLARED, 1));
  }

  @Test
  void anUndeclaredCategoryIsToldByTheModelAndTheLineageSaysSo() throws IOException {
    Conversation zh = kept(Dialogues.of("1", "用Python写一个冒泡排序函数", "def bubble(items): …"));
    Conversation en =
        kept(Dialogues.of("2", "Write a Java function that reverses a string", "String r…"));
    for (Conversation record : new Conversation[] {zh, en}) {
      Tag category = category(record).orElseThrow();
      assertThat(category.value()).isEqualTo("code");
      assertThat(category.origin()).isEqualTo(LabelOrigin.MODEL);
      assertThat(category.confidence()).isBetween(0.5, 1.0);
    }
    assertThat(Lineage.of(zh).verdicts())
        .extracting(Verdict::stage, Verdict::decision)
        .containsExactly(
            tuple("category", "code"), tuple("filter", "kept"), tuple("duplicate", "kept"));
  }

  @Test
  void belowTheFloorARecordStaysUntagged() throws IOException {
    Conversation doubtful = Dialogues.of("1", "Write a function or a poem", "Which?");
    CurationPlan plan = CurationPlan.standard();
    assertThat(category(kept(plan.withTags(plan.tags().withMinConfidence(1)), doubtful))).isEmpty();
    assertThat(category(kept(plan.withTags(plan.tags().withMinConfidence(0)), doubtful)))
        .isPresent();
  }

  @Test
  void whatAPersonSaidStaysAndWinsOverTheModel() throws IOException {
    Json human =
        Json.of(List.of(Json.object().put("name", "writing").put("origin", "human").build()));
    Conversation record =
        kept(Dialogues.of("1", "用Python写一个冒泡排序函数", "def bubble(): …").withMosskit("tags", human));
    assertThat(category(record).orElseThrow().value()).isEqualTo("writing");
    assertThat(Tags.of(record)).extracting(Tag::value).doesNotContain("code");
  }

  @Test
  void languageLengthsAndRepetitionAreWritten() throws IOException {
    Conversation tagged = kept(Dialogues.of("1", "唱歌", "啦啦\n啦啦", "Sing!", "La la la."));
    Json.Obj mosskit = tagged.mosskit();
    assertThat(mosskit.string("language")).isEqualTo("zh");
    assertThat(mosskit.get("turns")).isEqualTo(Json.of(2));
    assertThat(mosskit.get("characters")).hasToString("{\"user\":7,\"reply\":14}");
    assertThat(mosskit.get("repetition")).hasToString("{\"lines\":[0.5,0.0],\"gram\":[0.0,0.0]}");
  }

  @Test
  void nothingElseOfTheRecordChanges() throws IOException {
    Conversation before = Dialogues.of("1", "你好", "您好！").beside("source", Json.of("网络"));
    assertThat(kept(before).without(Conversation.MOSSKIT)).isEqualTo(before);
  }
}
