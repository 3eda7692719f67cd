package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusesDamagedSketchesTest {
  @TempDir Path folder;
  private Path file = Path.of("sketches");

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("sketches");
    SketchedTexts.write(
        file,
        List.of(
            SketchedTexts.of("一", 1, "请用五句话介绍一下你的家乡"),
            SketchedTexts.of("two", 0.5, "Describe your home town in five sentences, please.")));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    try (Sketches sketches = Sketches.open(List.of(file))) {
      assertThat(sketches.size()).isEqualTo(2);
      assertThat(List.of(sketches.id(0), sketches.id(1))).isEqualTo(List.of("一", "two"));
      assertThat(sketches.quality(1)).isEqualTo(0.5);
      assertThat(sketches.length(0)).isEqualTo(13);
      assertThat(sketches.shingles(0)).isEqualTo(9);
      assertThat(sketches.sources()).isEqualTo(SketchedTexts.SOURCES);
    }
  }

  @Test
  void cutOffAtAnyByte() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(length < 16 ? "is no file of signatures" : "write it again from the texts");
    }
  }

  @Test
  void changedInAnyByte() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x10;
      Files.write(file, changed);
      refused("write it again from the texts");
    }
  }

  @Test
  void anotherVersionNamesBothAndTheRemedy() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[12] = 99;
    Files.write(file, bytes);
    refused("has signature version 99, this mosskit reads " + Shingles.VERSION);
    bytes[8] = 98;
    Files.write(file, bytes);
    refused("has layout version 98, this mosskit reads 1; write it again from the texts");
  }

  @Test
  void nothingAppearsWithoutACommit() throws IOException {
    Path other = folder.resolve("new/other");
    try (SketchFileWriter writer = SketchFileWriter.create(other)) {
      assertThat(writer.add(SketchedTexts.of("a", 0, "你好 world"))).isZero();
    }
    assertThat(other.getParent()).isEmptyDirectory();
    assertThatThrownBy(() -> Sketches.open(List.of(other))).isInstanceOf(NoSuchFileException.class);
  }

  private void refused(String reason) {
    assertThatThrownBy(() -> Sketches.open(List.of(file)).close())
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(reason);
  }
}
