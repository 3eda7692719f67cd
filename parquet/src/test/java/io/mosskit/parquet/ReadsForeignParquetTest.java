package io.mosskit.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parquet files of others: known columns become dialogues, others a complaint.
class ReadsForeignParquetTest {

  @TempDir Path folder;

  @Test
  void messagesAreRead() throws Exception {
    List<Entry> entries =
        read(
            """
            SELECT 'p1' AS prompt_id, [{'role': 'user', 'content': '你好'},
                                       {'role': 'assistant', 'content': 'Hi'}] AS messages
            UNION ALL SELECT NULL, [{'role': 'user', 'content': 'alone'}]\
            """);
    Entry.Accepted first = (Entry.Accepted) entries.get(0);
    assertThat(first.conversation().turns()).containsExactly(Turn.plain(1, "你好", "Hi"));
    assertThat(first.conversation().idText()).isEqualTo("foreign-1");
    assertThat(first.conversation().beside()).containsEntry("prompt_id", Json.of("p1"));
    Entry.Rejected second = (Entry.Rejected) entries.get(1);
    assertThat(second.rejection().reason()).isEqualTo("broken_order");
    assertThat(second.rejection().origin())
        .isEqualTo(new Origin(folder.resolve("foreign.parquet"), 2, 0));
    assertThat(entries).hasSize(2);
  }

  @Test
  void shareGptAndAlpacaAreRead() throws Exception {
    assertThat(
            onlyTurn(
                """
                SELECT 7 AS id, [{'from': 'human', 'value': '问'}, {'from': 'gpt', 'value': 'a'}]
                  AS conversations\
                """))
        .isEqualTo(Turn.plain(1, "问", "a"));
    assertThat(onlyTurn("SELECT '译' AS instruction, 'tea' AS input, '茶' AS output"))
        .isEqualTo(Turn.plain(1, "译\ntea", "茶"));
  }

  @Test
  void otherFilesAreRefusedWithAReason() throws Exception {
    assertThatThrownBy(() -> read("SELECT 1 AS a, 2 AS b"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found [a, b]; rename the columns");
    Path text = Files.writeString(folder.resolve("text.parquet"), "不是 Parquet");
    assertThatThrownBy(() -> ParquetReader.open(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.parquet: no Parquet file that can be read");
    assertThatThrownBy(() -> ParquetReader.open(folder.resolve("absent.parquet")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aRowWithoutItsLineIsRejected() throws Exception {
    List<Entry> entries = read("SELECT NULL::VARCHAR AS moss UNION ALL SELECT '{}'");
    assertThat(((Entry.Rejected) entries.get(0)).rejection().detail()).contains("moss is null");
    assertThat(((Entry.Rejected) entries.get(1)).rejection().reason()).isEqualTo("missing_field");
  }

  private Turn onlyTurn(String select) throws Exception {
    Entry.Accepted entry = (Entry.Accepted) read(select).getFirst();
    assertThat(entry.conversation().turns()).hasSize(1);
    return entry.conversation().turns().getFirst();
  }

  private List<Entry> read(String select) throws Exception {
    Path file = folder.resolve("foreign.parquet");
    try (Connection duck = Duck.connect();
        Statement statement = duck.createStatement()) {
      statement.execute("COPY (" + select + ") TO " + Duck.literal(file) + " (FORMAT parquet)");
    }
    List<Entry> entries = new ArrayList<>();
    try (ParquetReader rows = ParquetReader.open(file)) {
      rows.forEach(entries::add);
    }
    return entries;
  }
}
