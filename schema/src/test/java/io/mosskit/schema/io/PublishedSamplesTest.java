package io.mosskit.schema.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every published sample, malformed ones included, is read and written back to the same JSON
/// value.
class PublishedSamplesTest {

  @Test
  void everyLineIsWrittenBackAsItWasRead() throws Exception {
    int records = 0;
    for (Path file : Corpus.of(SharedFolder.resolve("data/moss-003-samples")).files()) {
      if (!file.toString().endsWith(".jsonl")) {
        continue;
      }
      List<String> lines = Files.readAllLines(file);
      List<String> written = written(file);
      for (int i = 0; i < lines.size(); i++) {
        assertThat(written.get(i)).isEqualTo(Json.parse(lines.get(i)).text());
        records++;
      }
    }
    assertThat(records).isEqualTo(784);
  }

  @Test
  void everyPublishedFileIsWrittenBackByteForByte() throws IOException {
    Path folder = SharedFolder.resolve("data/moss-003-samples/as-published");
    List<Path> files = Corpus.of(folder).files();
    assertThat(files).hasSize(24);
    for (Path file : files) {
      Entry entry = MossJson.parse(Files.readString(file));
      assertThat(entry).isInstanceOf(Entry.Accepted.class);
      String pretty = MossJson.pretty(((Entry.Accepted) entry).conversation());
      assertThat(pretty.getBytes(StandardCharsets.UTF_8)).isEqualTo(Files.readAllBytes(file));
    }
  }

  private static List<String> written(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Scan<Entry> scan = Corpus.of(file).entries()) {
      for (Entry entry : scan) {
        assertThat(entry).isInstanceOf(Entry.Accepted.class);
        lines.add(MossJson.line(((Entry.Accepted) entry).conversation()));
      }
    }
    return lines;
  }
}
