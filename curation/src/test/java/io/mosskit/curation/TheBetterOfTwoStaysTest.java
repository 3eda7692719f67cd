package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheBetterOfTwoStaysTest {
  private static final String ASK = "请详细介绍一下人工智能的发展历史以及它的主要应用领域";

  @TempDir private Path folder;

  private List<String> kept(CurationPlan plan, Conversation... dialogues) throws IOException {
    return Curated.of(folder, plan, dialogues).names();
  }

  private static Conversation scored(String id, String reply, double quality) {
    return Dialogues.of(id, ASK, reply).withMosskit("quality", Json.of(quality));
  }

  @Test
  void theOneWithTheHigherScore() throws IOException {
    assertThat(
            kept(
                CurationPlan.standard(),
                scored("1", "很长的回答，" + "说得很仔细而且没有重复的内容。", 0.2),
                scored("2", "短。", 0.9),
                Dialogues.of("3", ASK, "没有分数的回答，写得最长最长最长最长最长最长最长最长。")))
        .containsExactly("2");
  }

  @Test
  void ofEqualScoresTheLonger() throws IOException {
    assertThat(
            kept(
                CurationPlan.standard(),
                Dialogues.of("1", ASK, "短。"),
                Dialogues.of("2", ASK, "长一些的回答。")))
        .containsExactly("2");
  }

  @Test
  void ofEquallyLongOnesTheEarlier() throws IOException {
    assertThat(
            kept(
                CurationPlan.standard(),
                Dialogues.of("1", ASK, "回答一。"),
                Dialogues.of("2", ASK, "回答二。")))
        .containsExactly("1");
  }

  @Test
  void theScoreIsWhereThePlanSays() throws IOException {
    CurationPlan plan =
        CurationPlan.standard().withDuplicates(DuplicatePlan.standard().withQuality("scores.ifd"));
    Json.Obj scores = Json.object().put("ifd", 0.5).build();
    assertThat(
            kept(
                plan,
                scored("1", "这一个的分数写在别处，所以不算。", 9),
                Dialogues.of("2", ASK, "短。").withMosskit("scores", scores)))
        .containsExactly("2");
  }

  @Test
  void theOrderOfTheInputIsKeptInTheOutput() throws IOException {
    assertThat(
            kept(
                CurationPlan.standard(),
                Dialogues.of("1", "一加一等于几？", "二。"),
                Dialogues.of("2", "What is the longest river of Europe?", "The Volga, 3,531 km."),
                Dialogues.of("3", "请写一首关于秋天的短诗。", "秋风起，落叶黄。")))
        .containsExactly("1", "2", "3");
  }
}
