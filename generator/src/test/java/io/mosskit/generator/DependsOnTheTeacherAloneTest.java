package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.FaultyTeacher;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.generator.testing.ShufflingTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependsOnTheTeacherAloneTest {

  private static final int SPOILT = 25;

  @TempDir Path folder;

  private GenerationPlan plan(int concurrency) throws Exception {
    GenerationPlan plan = Plans.plan(folder, 8, Category.SWITCHING, Category.HARMLESS);
    return plan.withTeachers(plan.teachers().getFirst().withConcurrency(concurrency));
  }

  private Map<String, String> run(String name, int concurrency, ChatModel teacher)
      throws Exception {
    Path run = folder.resolve(name);
    Generator.run(plan(concurrency), Plans.teacher(teacher), run, Progress.NONE, new FakeTime());
    return RunFiles.of(run);
  }

  @ParameterizedTest(name = "order {0}")
  @ValueSource(longs = {1, 2, 3})
  void writesTheSameFilesInWhateverOrderAnswersCome(long seed) throws Exception {
    Map<String, String> inTurn = run("in-turn", 1, new PureTeacher(SPOILT));
    try (ShufflingTeacher shuffling = new ShufflingTeacher(new PureTeacher(SPOILT), seed)) {
      assertThat(run("shuffled", 16, shuffling)).isEqualTo(inTurn);
    }
    assertThat(inTurn.get("raw.jsonl").lines().count()).isPositive();
    assertThat(inTurn.get("rejected.jsonl"))
        .contains("\"not_new\"", "\"wrong_language\"", "\"stage\":\"dialogue\"");
  }

  @Test
  void writesTheSameFilesWhateverFailsOnTheWay() throws Exception {
    Map<String, String> smooth = run("smooth", 4, new PureTeacher(SPOILT));
    assertThat(run("bumpy", 8, new FaultyTeacher(new PureTeacher(SPOILT)))).isEqualTo(smooth);
  }

  @Test
  void writesOtherFilesWithAnotherRandomSeed() throws Exception {
    Map<String, String> files = run("42", 4, new PureTeacher(SPOILT));
    Path other = folder.resolve("43");
    Generator.run(
        plan(4).withRandomSeed(43),
        Plans.teacher(new PureTeacher(SPOILT)),
        other,
        Progress.NONE,
        new FakeTime());
    assertThat(RunFiles.of(other).get("raw.jsonl")).isNotEqualTo(files.get("raw.jsonl"));
  }

  @Test
  void asksNothingTwice() throws Exception {
    RecordingTeacher first = new RecordingTeacher(new PureTeacher(SPOILT));
    Map<String, String> files = run("run", 4, first);
    assertThat(first.ids()).doesNotHaveDuplicates().isNotEmpty();

    RecordingTeacher second = new RecordingTeacher(new PureTeacher(SPOILT));
    assertThat(run("run", 16, second)).isEqualTo(files);
    assertThat(second.asked()).isEmpty();
  }
}
