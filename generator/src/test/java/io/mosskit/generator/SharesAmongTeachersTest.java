package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesAmongTeachersTest {

  @TempDir Path folder;

  private final RecordingTeacher qwen = new RecordingTeacher(named("qwen 通义"));
  private final RecordingTeacher llama = new RecordingTeacher(named("llama"));

  private static ChatModel named(String name) {
    PureTeacher pure = new PureTeacher(0);
    return request -> {
      ChatReply reply = pure.reply(request);
      return new ChatReply(
          reply.content(), reply.finish(), reply.promptTokens(), reply.completionTokens(), name);
    };
  }

  private Path run(String name, TeacherPlan... teachers) throws Exception {
    GenerationPlan plan = Plans.plan(folder, 60, Category.WRITING).withTeachers(teachers);
    Path run = folder.resolve(name);
    Map<String, ChatModel> models = Map.of("q", qwen, "l", llama);
    Generator.run(plan, models, run, Progress.NONE, new FakeTime());
    return run;
  }

  private static TeacherPlan teacher(String name, int weight) {
    return TeacherPlan.of(name).withWeight(weight);
  }

  @Test
  void eachDialogueIsOneTeachersAndWeightsSayHowManyAreWhose() throws Exception {
    Path run = run("run", teacher("q", 3), teacher("l", 1));

    SortedMap<String, Integer> dialogues = new TreeMap<>();
    try (Scan<Entry> scan = Corpus.of(run.resolve("raw.jsonl")).entries()) {
      for (Entry entry : scan) {
        Conversation conversation = ((Entry.Accepted) entry).conversation();
        dialogues.merge(String.valueOf(Lineage.of(conversation).teacher()), 1, Integer::sum);
      }
    }
    assertThat(dialogues).containsOnlyKeys("llama", "qwen 通义");
    int all = dialogues.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(dialogues.get("qwen 通义") / (double) all).isCloseTo(0.75, within(0.12));
  }

  @Test
  void theOrderInWhichTeachersAreNamedChangesNothing() throws Exception {
    Path one = run("one", teacher("q", 3), teacher("l", 1));
    Path other = run("other", teacher("l", 1), teacher("q", 3));
    assertThat(RunFiles.of(one)).isEqualTo(RunFiles.of(other));
    List<String> asked = qwen.ids();
    run("one", teacher("l", 1), teacher("q", 3));
    assertThat(qwen.ids()).as("answered from the journal").isEqualTo(asked);
  }

  @Test
  void aTeacherWithoutWeightIsAskedForNothing() throws Exception {
    run("run", teacher("q", 1), teacher("l", 0));
    assertThat(llama.asked()).isEmpty();
    assertThat(qwen.asked()).isNotEmpty();
  }

  @Test
  void aTeacherWhoIsNotThereIsNamed() {
    assertThatThrownBy(() -> run("run", teacher("absent", 1))).hasMessageContaining("\"absent\"");
  }
}
