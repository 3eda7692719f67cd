package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsModelFilesTest {
  private static final TagModel MODEL =
      TagModel.train(
          Prompts.of(30, 5),
          new TrainingPlan("主题", TextChoice.DIALOGUE, LocalDate.of(2026, 11, 22), 3, 1L << 60));

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Path file = folder.resolve("new/topic.model");
    MODEL.write(file);
    TagModel read = TagModel.read(file);
    assertThat(read.facts()).isEqualTo(MODEL.facts());
    assertThat(read.facts().facet()).isEqualTo("主题");
    for (Example example : Prompts.of(12, 6)) {
      assertThat(read.predict(example.words())).isEqualTo(MODEL.predict(example.words()));
    }
    assertThat(ModelFile.bytes(read)).isEqualTo(Files.readAllBytes(file));
    assertThat(Files.list(file.getParent())).containsExactly(file);
  }

  @Test
  void aFileThatIsCutAnywhereIsRefused() throws IOException {
    byte[] whole = ModelFile.bytes(MODEL);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ModelFile.read(cut, "cut.model"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cut.model: ")
          .hasMessageContaining("mosskit tag train");
    }
  }

  @Test
  void aByteThatChangesIsNoticed() throws IOException {
    byte[] whole = ModelFile.bytes(MODEL);
    for (int i = 8; i < whole.length; i += 7) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> ModelFile.read(damaged, "a.model")).hasMessageContaining("damaged");
    }
  }

  @Test
  void aNewerModelAndAnotherFileSayWhatToDo() throws IOException {
    byte[] newer = ModelFile.bytes(MODEL);
    newer[7] = '2';
    assertThatThrownBy(() -> ModelFile.read(newer, "b.model"))
        .hasMessageContaining("is of version 2, and this mosskit reads version 1")
        .hasMessageContaining("newer mosskit");
    for (String other : List.of("", "{}", "{\"user_prompt\": \"你好\"}")) {
      assertThatThrownBy(() -> ModelFile.read(other.getBytes(StandardCharsets.UTF_8), "c.model"))
          .hasMessageContaining("expected a model of mosskit");
    }
  }
}
