package io.mosskit.schema.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.mosskit.schema.Conversation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsCorporaTest {

  @TempDir Path folder;

  private static final String ZH = MossJson.line(Samples.chinese("1"));
  private static final String EN = MossJson.line(Samples.english("2"));

  static List<Entry> read(Path... paths) throws IOException {
    return read(ReadOptions.defaults(), paths);
  }

  static List<Entry> read(ReadOptions options, Path... paths) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(List.of(paths), options).entries()) {
      scan.forEach(entries::add);
    }
    return entries;
  }

  static List<String> ids(List<Entry> entries) {
    return entries.stream()
        .map(entry ->
            switch (entry) {
              case Entry.Accepted(Conversation conversation, Origin _) -> conversation.idText();
              case Entry.Rejected(Rejection rejection) -> rejection.reason();
            })
        .toList();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void linesPlainOrCompressed() throws IOException {
    file("a.jsonl", ZH + "\n" + EN + "\n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
      out.write((EN + "\n" + ZH).getBytes(UTF_8));
    }
    try (OutputStream out =
        new ZstdOutputStream(Files.newOutputStream(folder.resolve("c.ndjson.zst")))) {
      out.write((ZH + "\n").getBytes(UTF_8));
    }
    assertThat(ids(read(folder))).containsExactly("1", "2", "2", "1", "1");
  }

  @Test
  void aFolderOfOneObjectAFileInTheOrderOfTheirNumbers() throws IOException {
    for (int i : new int[] {10, 2, 1}) {
      file("conversation_" + i + ".json", MossJson.pretty(Samples.english("id-" + i)));
    }
    assertThat(ids(read(folder))).containsExactly("id-1", "id-2", "id-10");
  }

  @Test
  void aJsonArrayAndLinesUnderTheNameJson() throws IOException {
    Path array = file("array.json", "[\n" + ZH + ",\n" + EN + "\n]");
    Path lines = file("lines.json", ZH + "\n" + EN + "\n");
    assertThat(ids(read(array, lines))).containsExactly("1", "2", "1", "2");
  }

  @Test
  void byteOrderMarkBlankLinesAndCarriageReturns() throws IOException {
    Path marked = file("marked.jsonl", "\uFEFF" + ZH + "\r\n\r\n  \n" + EN + "\r\n");
    List<Entry> entries = read(marked);
    assertThat(ids(entries)).containsExactly("1", "2");
    assertThat(((Entry.Accepted) entries.get(1)).origin().line()).isEqualTo(4);
  }

  @Test
  void theOffsetFindsTheRecordInTheFile() throws IOException {
    Path lines = file("lines.jsonl", ZH + "\n\n" + EN + "\n");
    Origin origin = ((Entry.Accepted) read(lines).get(1)).origin();
    byte[] bytes = Files.readAllBytes(lines);
    String rest =
        new String(bytes, (int) origin.offset(), bytes.length - (int) origin.offset(), UTF_8);
    assertThat(rest).startsWith("{\"conversation_id\":\"2\"");
  }

  @Test
  void moss002RecordsBecomeDialogues() throws IOException {
    Path old =
        file(
            "zh_helpfulness.json",
            """
            [{"prefix": "MOSS is an AI assistant.", "num_turns": 2, "plain_text": \
            "[Human]: 你好<eoh> [MOSS]: 你好！有什么可以帮你？<eoa> [Human]: Thanks!<eoh> [MOSS]: You are welcome.<eoa>"},
             {"plain_text": "[Human]: 半句话"}]
            """);
    List<Entry> entries = read(old);
    assertThat(ids(entries)).containsExactly("zh_helpfulness-1", "broken_plain_text");
    Conversation conversation = ((Entry.Accepted) entries.getFirst()).conversation();
    assertThat(conversation.turns()).hasSize(2);
    assertThat(conversation.turns().get(0).human()).isEqualTo("你好");
    assertThat(conversation.turns().get(1).reply()).isEqualTo("You are welcome.");
    assertThat(conversation.keys()).contains("prefix").doesNotContain("plain_text");
  }

  @Test
  void filesOfAnotherKindAreLeftAlone() throws IOException {
    file("a.jsonl", ZH + "\n");
    Path seeds = file("seeds.jsonl", "{\"user_prompt\": \"写一首关于秋天的诗\"}\n");
    Path rejected =
        file(
            "rejected.jsonl",
            "{\"stage\":\"read\",\"reason\":\"x\",\"detail\":\"y\",\"record\":1}\n");
    file("notes.txt", "not data");
    Corpus corpus = Corpus.of(folder);
    assertThat(corpus.files()).containsExactly(folder.resolve("a.jsonl"));
    assertThat(corpus.leftAlone())
        .containsEntry(seeds, FileKind.SEEDS)
        .containsEntry(rejected, FileKind.REJECTIONS)
        .hasSize(2);
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    Path absent = folder.resolve("absent.jsonl");
    assertThatThrownBy(() -> Corpus.of(absent))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("absent.jsonl");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> Corpus.of(empty)).hasMessageContaining("holds no");
  }

  @Test
  void theOrderDoesNotDependOnTheNumberOfThreads() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      lines.add(MossJson.line(i % 2 == 0 ? Samples.chinese("z" + i) : Samples.english("e" + i)));
      if (i % 97 == 0) {
        lines.add("{broken " + i);
      }
    }
    Path file = Files.write(folder.resolve("many.jsonl"), lines);
    List<String> one = ids(read(ReadOptions.defaults().withThreads(1), file));
    assertThat(one).hasSize(lines.size());
    assertThat(ids(read(ReadOptions.defaults().withThreads(4), file))).isEqualTo(one);
  }

  @Test
  void aScanCanBeLeftEarlyAndIteratedOnce() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(MossJson.line(Samples.english("e" + i)));
    }
    Path file = Files.write(folder.resolve("many.jsonl"), lines);
    try (Scan<Entry> scan = Corpus.of(file).entries()) {
      assertThat(scan.iterator().next()).isInstanceOf(Entry.Accepted.class);
      assertThatThrownBy(scan::iterator).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aBugInTheWorkReachesTheCaller() throws IOException {
    Path file = file("a.jsonl", ZH + "\n");
    try (Scan<String> scan =
        Corpus.of(file)
            .scan(_ -> {
              throw new IllegalArgumentException("a bug");
            })) {
      assertThatThrownBy(() -> scan.iterator().next()).hasRootCauseMessage("a bug");
    }
  }
}
