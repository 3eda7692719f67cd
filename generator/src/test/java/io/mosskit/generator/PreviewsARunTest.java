package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsARunTest {

  @TempDir Path folder;

  private GenerationSummary run(Bounds bounds, ChatModel teacher, String name) throws Exception {
    return Generator.run(
        plan(),
        bounds,
        Plans.teacher(teacher),
        folder.resolve(name),
        Progress.NONE,
        new FakeTime());
  }

  private GenerationPlan plan() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 150, Category.CODE, Category.HARMLESS);
    return plan.withTeachers(plan.teachers().getFirst().withConcurrency(2));
  }

  @Test
  void aFewDialoguesOfEachFamilyAreHeldAndTheRunGoesOnFromThem() throws Exception {
    RecordingTeacher previewed = new RecordingTeacher(new PureTeacher(10));
    GenerationSummary preview = run(Bounds.NONE.withPreview(8), previewed, "run");
    assertThat(preview.families())
        .extracting(family -> family.written() + family.rejected())
        .containsExactly(2L, 2L, 2L, 2L);
    assertThat(preview.acceptedPrompts()).isBetween(8L, 599L);

    RecordingTeacher later = new RecordingTeacher(new PureTeacher(10));
    GenerationSummary whole = run(Bounds.NONE, later, "run");
    assertThat(whole.ending().left()).isZero();
    assertThat(later.ids()).doesNotContainAnyElementsOf(previewed.ids());
    run(Bounds.NONE, new PureTeacher(10), "at-once");
    assertThat(RunFiles.of(folder.resolve("run")))
        .isEqualTo(RunFiles.of(folder.resolve("at-once")));
  }

  @Test
  void theForecastIsNearWhatTheRunThenTakes() throws Exception {
    GenerationSummary preview = run(Bounds.NONE.withPreview(60), new PureTeacher(10), "run");
    Forecast forecast = Forecast.of(plan(), preview);
    GenerationSummary whole = run(Bounds.NONE, new PureTeacher(10), "run");
    assertThat(forecast.stages())
        .extracting(Forecast.Stage::name)
        .containsExactly("expand-prompts", "reply", "user-turn");
    long answers = whole.usage().answered();
    long foretold = forecast.stages().stream().mapToLong(Forecast.Stage::allAnswers).sum();
    assertThat(foretold).isBetween(answers * 8 / 10, answers * 12 / 10);
    assertThat(forecast.prompts().wanted()).isEqualTo(600);
    assertThat(forecast.dialogues().begun()).isEqualTo(60);
    assertThat(forecast.dialogues().wanted()).isEqualTo(600);
    Forecast afterwards = Forecast.of(plan(), whole);
    assertThat(afterwards.stages())
        .allSatisfy(stage -> assertThat(stage.allCost()).isEqualTo(stage.cost()));
    assertThat(afterwards.left()).isZero();
  }

  @Test
  void aPreviewHasADialogue() {
    assertThatThrownBy(() -> Bounds.NONE.withPreview(0)).hasMessageContaining("not 0");
  }
}
