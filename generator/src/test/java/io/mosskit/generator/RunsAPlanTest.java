package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsAPlanTest {

  @TempDir Path folder;

  @Test
  void fillsQuotasAndHoldsDialogues() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 12, Category.CODE, Category.HONEST);
    GenerationSummary summary =
        Generator.run(plan, new PureTeacher(15), folder.resolve("run"), Progress.NONE);
    System.out.println(summary);
    for (String f : new String[] {"prompts.jsonl", "raw.jsonl", "rejected.jsonl"}) {
      Files.readAllLines(folder.resolve("run").resolve(f)).stream()
          .limit(2)
          .forEach(System.out::println);
    }
    assertThat(summary.acceptedPrompts()).isEqualTo(48);
  }
}
