package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.curation.tag.LabelledPrompt;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagsRecordsTest {
  private static final List<LabelledPrompt> SEEDS =
      List.of(
          new LabelledPrompt("用Python写一个快速排序函数", Category.CODE),
          new LabelledPrompt("Write a Java function that reverses a string", Category.CODE),
          new LabelledPrompt("写一首关于秋天的诗", Category.WRITING),
          new LabelledPrompt("Write a short poem about the sea", Category.WRITING));

  private static Conversation kept(CurationPlan plan, Conversation conversation) {
    try (Stages stages = Stages.of(plan)) {
      return ((Draft.Candidate) stages.draft(Dialogues.entry(conversation))).conversation();
    }
  }

  @Test
  void aDeclaredCategoryIsTaken() {
    Conversation declared = Dialogues.of("1", "写一首诗", "春眠不觉晓。").withCategory("awesome_zh");
    assertThat(kept(CurationPlan.standard(), declared).mosskit().get("category"))
        .isEqualTo(
            Json.object().put("name", "complex-instruction").put("origin", "declared").build());
  }

  @Test
  void anUndeclaredCategoryIsToldBySeedsAndTheLineageSaysSo() {
    CurationPlan plan = CurationPlan.standard().withSeeds(SEEDS);
    Conversation zh = kept(plan, Dialogues.of("1", "用Python写一个冒泡排序函数", "def bubble(): …"));
    Conversation en = kept(plan, Dialogues.of("2", "a poem about the sea, please", "Waves…"));
    assertThat(String.valueOf(zh.mosskit().get("category")))
        .startsWith("{\"name\":\"code\",\"origin\":\"model\",\"confidence\":0.8");
    assertThat(((Json.Obj) en.mosskit().get("category")).string("name")).isEqualTo("writing");
    assertThat(Lineage.of(zh).verdicts())
        .extracting(Verdict::stage, Verdict::decision)
        .containsExactly(
            tuple("category", "code"), tuple("filter", "kept"), tuple("duplicate", "kept"));
  }

  @Test
  void belowTheFloorARecordStaysUntagged() {
    Conversation doubtful = Dialogues.of("1", "Write a function or a poem", "Which?");
    assertThat(kept(CurationPlan.standard().withSeeds(SEEDS).withMinConfidence(0.9), doubtful))
        .satisfies(record -> assertThat(record.mosskit().get("category")).isNull());
    assertThat(kept(CurationPlan.standard().withSeeds(SEEDS).withMinConfidence(0), doubtful))
        .satisfies(record -> assertThat(record.mosskit().get("category")).isNotNull());
  }

  @Test
  void withoutSeedsAnUndeclaredRecordStaysUntaggedAndLosesAnOldTag() {
    Conversation old =
        Dialogues.of("1", "你好", "您好！").withMosskit("category", Json.object().build());
    assertThat(kept(CurationPlan.standard(), old).mosskit().get("category")).isNull();
  }

  @Test
  void languageLengthsAndRepetitionAreWritten() {
    Conversation tagged =
        kept(CurationPlan.standard(), Dialogues.of("1", "唱歌", "啦啦\n啦啦", "Sing!", "La la la."));
    Json.Obj mosskit = tagged.mosskit();
    assertThat(mosskit.string("language")).isEqualTo("zh");
    assertThat(mosskit.get("turns")).isEqualTo(Json.of(2));
    assertThat(mosskit.get("characters")).hasToString("{\"user\":7,\"reply\":14}");
    assertThat(mosskit.get("repetition")).hasToString("{\"lines\":[0.5,0.0],\"gram\":[0.0,0.0]}");
  }

  @Test
  void nothingElseOfTheRecordChanges() {
    Conversation before = Dialogues.of("1", "你好", "您好！").beside("source", Json.of("网络"));
    Conversation after = kept(CurationPlan.standard(), before);
    assertThat(after.without(Conversation.MOSSKIT)).isEqualTo(before);
  }
}
