package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaysWithinABudgetTest {

  @TempDir Path folder;

  private Path recipe;

  @BeforeEach
  void writeARecipe() throws Exception {
    Seeds.copy("writing", folder.resolve("seeds"));
    Files.writeString(folder.resolve("prices.yaml"), "\"rehears*\": {input: 15, output: 60}\n");
    recipe =
        Files.writeString(
            folder.resolve("small.yaml"),
            """
            title: 小语料 small
            generate:
              seeds: seeds
              teacher: {rehearsal: true}
              prices: prices.yaml
              max-usd: 0.30
              prompts: {writing: {zh: 4, en: 4}}
            """);
  }

  @Test
  void aPreviewSaysWhatItWillTakeAndTheBudgetEndsTheRun() throws Exception {
    Shell preview = Shell.mosskit("run", recipe, "--preview", "2", "--max-usd", "9");
    assertThat(preview.code()).as(preview.err()).isZero();
    assertThat(preview.out())
        .contains("stage", "user-turn", "Yield: 2 of 2 dialogues written (100 %); 8 wanted in all")
        .contains("Time for the rest: about ")
        .endsWith("  mosskit run " + recipe + " --max-usd 9\n");
    assertThat(folder.resolve("small/corpus.jsonl")).doesNotExist();

    Shell stopped = Shell.mosskit("run", recipe, "--json");
    assertThat(stopped.code()).as(stopped.err()).isEqualTo(6);
    assertThat(stopped.err()).contains("budget of $0.3000");
    assertThat(stopped.number("generation", "dialogues_left")).isPositive();

    Shell whole = Shell.mosskit("run", recipe, "--max-usd", "9");
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(whole.out()).contains("Cost over all starts: $");
  }
}
