package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsLabelledPromptsTest {
  private static final String GOOD =
      """
      {"id":"c-1","user_prompt":"冒泡排序","category":"code"}

      {"user_prompt":"Write a poem","category":"Writing"}
      """;

  @TempDir private Path folder;

  @Test
  void aFileGivesItsPromptsInOrder() throws IOException {
    Path file = Files.writeString(folder.resolve("seeds.jsonl"), GOOD);
    assertThat(LabelledPrompt.read(file))
        .containsExactly(
            new LabelledPrompt("冒泡排序", Category.CODE),
            new LabelledPrompt("Write a poem", Category.WRITING));
  }

  @Test
  void aFolderGivesThoseOfItsSeedFilesOnly() throws IOException {
    Files.writeString(folder.resolve("b.jsonl"), GOOD);
    Files.writeString(folder.resolve("a.jsonl"), "{\"instruction\":\"x\",\"output\":\"y\"}\n");
    assertThat(LabelledPrompt.read(folder)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"user_prompt\":\"你好\"}",
        "{\"user_prompt\":\"hello\",\"category\":\"poetry\"}",
        "{\"category\":\"code\"}",
        "[]",
        "{\"user_prompt\":"
      })
  void aLineThatIsNoneIsNamed(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("seeds.jsonl"), GOOD + line + "\n");
    assertThatThrownBy(() -> LabelledPrompt.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("seeds.jsonl:4: expected {\"user_prompt\": …, \"category\": …}");
  }

  @Test
  void aPathWithoutAnySaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("seeds.jsonl"), "\n");
    assertThatThrownBy(() -> LabelledPrompt.read(file)).hasMessageContaining("no seed prompts");
    assertThatThrownBy(() -> LabelledPrompt.read(folder)).hasMessageContaining("no seed prompts");
  }
}
