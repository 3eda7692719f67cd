package io.mosskit.schema.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordWriterTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"out.jsonl", "out.jsonl.gz", "out.jsonl.zst"})
  void whatIsWrittenIsReadAgain(String name) throws IOException {
    Path file = folder.resolve("new/folder").resolve(name);
    try (RecordWriter out = RecordWriter.create(file)) {
      out.write(Samples.chinese("一"));
      out.write(Samples.english("two"));
      assertThat(file).doesNotExist();
      out.commit();
      assertThat(out.records()).isEqualTo(2);
    }
    assertThat(ReadsCorporaTest.ids(ReadsCorporaTest.read(file))).containsExactly("一", "two");
    assertThat(file.resolveSibling(name + ".part")).doesNotExist();
  }

  @Test
  void withoutACommitNothingIsLeftAndTheOldFileStays() throws IOException {
    Path file = Files.writeString(folder.resolve("out.jsonl"), "old\n");
    try (RecordWriter out = RecordWriter.create(file)) {
      out.write(Samples.english("e"));
    }
    assertThat(file).hasContent("old\n");
    assertThat(folder.resolve("out.jsonl.part")).doesNotExist();
  }

  @Test
  void halfACharacterIsWrittenAsAnEscape() throws IOException {
    String text = "前\uD83D后 \uDE00\uD83D\uDE00 \"quoted\" \uD83D";
    Conversation odd =
        Conversation.of("x", MetaInstruction.plain(), List.of(Turn.plain(1, text, "好")));
    Path file = folder.resolve("odd.jsonl");
    try (RecordWriter out = RecordWriter.create(file)) {
      out.write(odd);
      out.commit();
    }
    Entry entry = ReadsCorporaTest.read(file).getFirst();
    assertThat(((Entry.Accepted) entry).conversation()).isEqualTo(odd);
  }

  @Test
  void anEmojiIsWrittenAsItsFourBytes() throws IOException {
    Conversation tea =
        Conversation.of("茶", MetaInstruction.plain(), List.of(Turn.plain(1, "🍵?", "好🍵。")));
    Path file = folder.resolve("tea.jsonl");
    try (RecordWriter out = RecordWriter.create(file)) {
      out.write(tea);
      out.commit();
    }
    assertThat(file).hasContent(MossJson.line(tea) + "\n");
    assertThat(Files.readString(file)).contains("好🍵。");
  }

  @Test
  void linesAreSeparatedByOneLineBreakAndEndWithOne() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    try (RecordWriter out = RecordWriter.create(file)) {
      out.write(Samples.english("1"));
      out.write(Samples.english("2"));
      out.commit();
    }
    assertThat(file)
        .hasContent(
            MossJson.line(Samples.english("1"))
                + "\n"
                + MossJson.line(Samples.english("2"))
                + "\n");
  }
}
