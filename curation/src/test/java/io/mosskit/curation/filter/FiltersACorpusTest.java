package io.mosskit.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiltersACorpusTest {

  /// An expectation that is missing is written, and the test fails: look at it, and keep it if it
  /// is right.
  private static final Path GOLDEN =
      Path.of("src/test/resources/io/mosskit/curation/filter/golden");

  @TempDir Path folder;

  private Path corpus() throws IOException {
    return Files.write(
        folder.resolve("in.jsonl"),
        List.of(
            MossJson.line(Dialogues.of("good", "怎么泡茶？", "先烧水，再放茶叶。")),
            MossJson.line(Dialogues.of("cut", "How is tea made?", "First boil the water, and the")),
            MossJson.line(Dialogues.of("ai", "你喝茶吗？", "作为一个人工智能助手，我不喝茶。")),
            MossJson.line(Dialogues.of("broken", "Where?", "In the cafÃ©.")),
            "{\"conversation_id\": \"torn"));
  }

  @Test
  void theFilesAreThoseOfTheGoldenFolder() throws IOException {
    Path in = corpus();
    Path out = folder.resolve("out");
    FilterReport report =
        FilterRun.run(Corpus.of(in), Profile.standard().without("digits"), out, Progress.NONE);
    assertThat(report.records()).isEqualTo(5);
    assertThat(report.kept()).isEqualTo(2);
    assertThat(report.rejected()).isEqualTo(3);
    for (String name : List.of("corpus.jsonl", "rejected.jsonl", "filters.json")) {
      String written = Files.readString(out.resolve(name)).replace(in.toString(), "in.jsonl");
      Path golden = GOLDEN.resolve(name);
      if (!Files.exists(golden)) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, written);
        fail(golden + " was missing and is written now; look at it and run the test again");
      }
      assertThat(written).as(name).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void theInputIsNeverOverwritten() throws IOException {
    Path in = Files.move(corpus(), folder.resolve("corpus.jsonl"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FilterRun.run(Corpus.of(in), Profile.standard(), folder, Progress.NONE))
        .withMessageContaining("would be overwritten");
  }
}
