package io.mosskit.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.RandomConversations;
import io.mosskit.schema.testing.SharedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes into a Parquet file comes out of it.
class KeepsDialoguesInParquetTest {

  @TempDir Path folder;

  @Test
  void randomDialoguesComeBackInTheirOrder() throws Exception {
    List<Conversation> dialogues = new ArrayList<>();
    for (long seed = 0; seed < 6000; seed++) {
      dialogues.add(
          seed % 2 == 0 ? RandomConversations.of(seed) : RandomConversations.irregular(seed));
    }
    assertThat(lines(written(dialogues)))
        .isEqualTo(dialogues.stream().map(MossJson::line).toList());
  }

  @Test
  void publishedSamplesComeBack() throws Exception {
    List<Conversation> samples = new ArrayList<>();
    try (Scan<Entry> scan =
        Corpus.of(SharedFolder.resolve("data/moss-003-samples/as-published")).entries()) {
      scan.forEach(entry -> samples.add(((Entry.Accepted) entry).conversation()));
    }
    assertThat(lines(written(samples))).isEqualTo(samples.stream().map(MossJson::line).toList());
  }

  @Test
  void anEmptyCorpusIsAnEmptyFile() throws Exception {
    assertThat(lines(written(List.of()))).isEmpty();
  }

  @Test
  void aFileNameMayHoldQuotesAndChinese() throws Exception {
    Path file = folder.resolve("it's 语料.parquet");
    write(file, List.of(RandomConversations.of(1)));
    assertThat(lines(file)).hasSize(1);
  }

  @Test
  void theColumnsAreThoseOfAChatDataSet() throws Exception {
    Conversation dialogue = chineseCalculation();
    Path file = written(List.of(dialogue));
    assertThat(query(file, "conversation_id, category, language, num_turns"))
        .containsExactly(dialogue.idText() + "|tool|zh|" + dialogue.turns().size());
    assertThat(query(file, "messages[1].role, messages[2].role, messages[2].content"))
        .containsExactly("system|user|" + dialogue.turns().getFirst().human());
    assertThat(query(file, "len(list_filter(messages, lambda m: m.role = 'tool')) > 0"))
        .containsExactly("true");
    assertThat(query(file, "tools").getFirst()).contains("\"name\":\"Calculate\"");
  }

  @Test
  void halvesOfSurrogatePairsAreReplacedOnlyInWhatTrainersRead() throws Exception {
    Conversation broken =
        RandomConversations.of(3).withTurns(List.of(Turn.plain(1, "半\ud83d个", "half \ude00 𠮷")));
    Path file = written(List.of(broken));
    assertThat(query(file, "messages[2].content, messages[3].content"))
        .containsExactly("半\ufffd个|half \ufffd 𠮷");
    assertThat(lines(file)).containsExactly(MossJson.line(broken));
  }

  @Test
  void anOlderFileIsReplacedByACommitAloneAndNothingElseIsLeft() throws Exception {
    Path file = written(List.of(RandomConversations.of(1)));
    write(file, List.of(RandomConversations.of(2), RandomConversations.of(3)));
    assertThat(lines(file)).hasSize(2);
    try (ParquetWriter out = ParquetWriter.create(file)) {
      out.write(RandomConversations.of(4));
      assertThat(out.records()).isEqualTo(1);
    }
    assertThat(lines(file)).hasSize(2);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static Conversation chineseCalculation() {
    for (long seed = 0; true; seed++) {
      Conversation dialogue = RandomConversations.of(seed);
      String line = MossJson.line(dialogue);
      if (line.contains("Calculate(\\\"") && line.contains("。<eoh>")) {
        return dialogue;
      }
    }
  }

  private Path written(List<Conversation> dialogues) throws Exception {
    Path file = folder.resolve("corpus.parquet");
    write(file, dialogues);
    return file;
  }

  private static void write(Path file, List<Conversation> dialogues) throws Exception {
    try (ParquetWriter out = ParquetWriter.create(file)) {
      for (Conversation dialogue : dialogues) {
        out.write(dialogue);
      }
      out.commit();
    }
  }

  private static List<String> lines(Path file) throws Exception {
    List<String> lines = new ArrayList<>();
    try (ParquetReader rows = ParquetReader.open(file)) {
      for (Entry entry : rows) {
        assertThat(entry).isInstanceOf(Entry.Accepted.class);
        lines.add(MossJson.line(((Entry.Accepted) entry).conversation()));
      }
    }
    return lines;
  }

  private static List<String> query(Path file, String select) throws Exception {
    String sql =
        "SELECT concat_ws('|', " + select + ") FROM read_parquet(" + Duck.literal(file) + ")";
    List<String> rows = new ArrayList<>();
    try (Connection duck = Duck.connect();
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
