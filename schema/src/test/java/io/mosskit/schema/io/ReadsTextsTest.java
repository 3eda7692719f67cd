package io.mosskit.schema.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsTextsTest {

  @TempDir Path folder;

  private List<TextEntry> read(TextFields fields, String... lines) throws IOException {
    Path file = folder.resolve("texts.jsonl");
    Files.write(file, List.of(lines));
    List<TextEntry> entries = new ArrayList<>();
    Corpus corpus = Corpus.of(List.of(file), ReadOptions.defaults(), Set.of(FileKind.values()));
    try (Scan<TextEntry> scan = corpus.scanTexts(fields, Function.identity())) {
      scan.forEach(entries::add);
    }
    return entries;
  }

  private static String reason(TextEntry entry) {
    return entry instanceof TextEntry.Rejected(Rejection rejection)
        ? rejection.reason() + " " + rejection.origin()
        : "none";
  }

  @Test
  void theWantedMembersWhateverIsBesideThem() throws IOException {
    String line =
        "{\"skip\":[{\"text\":\"no\"},1],\"meta\":{\"id\":12,\"more\":{\"x\":{}}},"
            + "\"text\":\"你好\\n\\\"world\\\" \\u00e9\",\"score\":0.5}";
    List<TextEntry> entries = read(new TextFields("text", "meta.id", "score"), line);
    assertThat(entries).hasSize(1);
    TextEntry.Found found = (TextEntry.Found) entries.getFirst();
    assertThat(found.text()).isEqualTo("你好\n\"world\" é");
    assertThat(found.id()).isEqualTo("12");
    assertThat(found.score()).isEqualTo(0.5);
    assertThat(found.origin().line()).isEqualTo(1);
    assertThat(found.raw().line()).isEqualTo(line);
    assertThat(found.raw().json().text()).contains("\"more\":{\"x\":{}}");
  }

  @Test
  void aNameWithADotIsANameFirst() throws IOException {
    List<TextEntry> entries =
        read(
            new TextFields("a.b", null, null),
            "{\"a.b\":\"平\",\"a\":{\"c\":1}}",
            "{\"a\":{\"b\":\"deep\"}}",
            "{\"a\":{\"b\":\"deep\"},\"ab\":2}");
    assertThat(entries)
        .extracting(entry -> ((TextEntry.Found) entry).text())
        .containsExactly("平", "deep", "deep");
    assertThat(((TextEntry.Found) entries.get(1)).id()).isEqualTo("texts-2");
    assertThat(((TextEntry.Found) entries.get(1)).score()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void whatCannotBeReadIsRejectedWhereItStands() throws IOException {
    List<TextEntry> entries =
        read(
            new TextFields("text", "id", "score"),
            "{\"id\":\"没有\"}",
            "{\"id\":1,\"text\":null}",
            "{\"id\":[1],\"text\":\"x\"}",
            "{\"id\":1,\"text\":2}",
            "{\"id\":1,\"text\":\"x\",\"score\":\"high\"}",
            "{\"id\":1,\"text\":\"x\",\"text\":\"y\"}",
            "{\"id\":1,\"text\":\"x\"} more",
            "[1]",
            "{\"id\":1,\"text\":\"cut",
            "{\"id\":1,\"text\":\"好\",\"score\":null}");
    Path file = folder.resolve("texts.jsonl");
    assertThat(entries.stream().map(ReadsTextsTest::reason))
        .containsExactly(
            "missing_field " + file + ":1",
            "missing_field " + file + ":2",
            "wrong_type " + file + ":3",
            "wrong_type " + file + ":4",
            "wrong_type " + file + ":5",
            "duplicate_key " + file + ":6",
            "not_json " + file + ":7",
            "not_an_object " + file + ":8",
            "not_json " + file + ":9",
            "none");
  }

  @Test
  void aRecordOnSeveralLinesIsWrittenOnOne() throws IOException {
    Path file = folder.resolve("one.json");
    Files.writeString(file, "{\n  \"text\": \"散文 prose\",\n  \"n\": 1.50\n}\n");
    Path copy = folder.resolve("copy.jsonl");
    Corpus corpus = Corpus.of(List.of(file), ReadOptions.defaults(), Set.of(FileKind.values()));
    try (Scan<TextEntry> scan =
            corpus.scanTexts(new TextFields("text", null, null), Function.identity());
        RecordWriter writer = RecordWriter.create(copy)) {
      for (TextEntry entry : scan) {
        writer.write(((TextEntry.Found) entry).raw());
      }
      writer.commit();
    }
    assertThat(copy).hasContent("{\"text\":\"散文 prose\",\"n\":1.50}");
  }
}
