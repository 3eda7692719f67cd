package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.ForkedJvm;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.progress.Progress;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoesOnAfterKillTest {

  @TempDir Path folder;

  /// In the first round, between the rounds, and among the dialogues.
  @ParameterizedTest(name = "killed after {0} answers")
  @ValueSource(ints = {3, 14, 150})
  void losesNoAnswerAndWritesTheSameFiles(int answers) throws Exception {
    GenerationPlan plan = Plans.plan(folder, 12, Category.CODE, Category.HONEST);
    RecordingTeacher undisturbed = new RecordingTeacher(new PureTeacher(25));
    Path reference = folder.resolve("reference");
    Generator.run(plan, Plans.teacher(undisturbed), reference, Progress.NONE, new FakeTime());
    Map<String, String> files = RunFiles.of(reference);

    List<String> sent = new ArrayList<>();
    Process run =
        ForkedJvm.start(RunUntilKilled.class, folder.toString(), Integer.toString(answers + 20));
    try (BufferedReader lines = run.inputReader()) {
      while (sent.size() < answers) {
        sent.add(lines.readLine());
      }
      run.toHandle().destroyForcibly();
      lines.lines().forEach(sent::add);
    }
    run.waitFor();
    assertThat(sent).isSubsetOf(undisturbed.ids()).hasSizeLessThan(undisturbed.ids().size());

    RecordingTeacher later = new RecordingTeacher(new PureTeacher(25));
    GenerationSummary summary =
        Generator.run(
            plan, Plans.teacher(later), folder.resolve("run"), Progress.NONE, new FakeTime());

    assertThat(RunFiles.of(folder.resolve("run"))).isEqualTo(files);
    // What was under way when the kill came had no answer yet; everything else is not asked again.
    assertThat(later.ids().stream().filter(sent::contains).count())
        .isLessThanOrEqualTo(plan.teachers().getFirst().concurrency());
    assertThat(summary.usage().answered()).isEqualTo(undisturbed.ids().size());
  }
}
