package io.mosskit.schema.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table larger than the heap is written and read.
class StreamsLabelTablesTest {

  private static final int ROWS = 100_000;
  private static final String HEAP = "-Xmx32m";

  @TempDir Path folder;

  @Test
  void aTableLargerThanTheHeap() throws IOException, InterruptedException {
    Path table = folder.resolve("labels.csv");
    Path said = folder.resolve("said.txt");
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StreamsLabelTablesTest.class.getName(),
                table.toString(),
                said.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(java.waitFor()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
    assertThat(said).hasContent(ROWS + " labels");
    assertThat(Files.size(table)).isGreaterThan(32L << 20);
  }

  /// Writes a table and reads it again.
  ///
  /// @param args where the table goes, and where to say how many labels were read
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    List<Turn> turns = List.of(Turn.plain(1, "泡茶，".repeat(20), "Hot \"water\", ".repeat(12)));
    try (LabelWriter table = LabelTable.create(file, LabelTableOptions.defaults())) {
      for (int i = 0; i < ROWS; i++) {
        Conversation dialogue = Conversation.of("d" + i, MetaInstruction.plain(), turns);
        table.write(dialogue, Label.of("d" + i, Category.WRITING, LabelOrigin.RULE));
      }
      table.commit();
    }
    int labels = 0;
    try (LabelReader table = LabelTable.open(file)) {
      for (LabelRow row : table) {
        labels += row instanceof LabelRow.Labelled ? 1 : 0;
      }
    }
    Files.writeString(Path.of(args[1]), labels + " labels");
  }
}
