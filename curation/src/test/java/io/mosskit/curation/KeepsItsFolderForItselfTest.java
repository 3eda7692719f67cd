package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsItsFolderForItselfTest {
  @TempDir private Path folder;

  @Test
  void aSecondRunIntoTheSameFolderIsRefused() throws IOException {
    Path input =
        Files.writeString(
            folder.resolve("in.jsonl"), MossJson.line(Dialogues.of("1", "茶？", "Tea.")) + "\n");
    Path out = folder.resolve("out");
    Progress second =
        _ ->
            assertThatThrownBy(() ->
                    Curation.run(Corpus.of(input), CurationPlan.standard(), out, Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("out", "another run");
    CurationSummary first = Curation.run(Corpus.of(input), CurationPlan.standard(), out, second);
    assertThat(first.recordsKept()).isEqualTo(1);
    assertThat(
            Curation.run(Corpus.of(input), CurationPlan.standard(), out, Progress.NONE)
                .recordsKept())
        .isEqualTo(1);
  }
}
