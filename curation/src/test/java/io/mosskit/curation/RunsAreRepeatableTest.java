package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.tag.LabelledPrompt;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsAreRepeatableTest {
  private static final List<String> FILES =
      List.of("corpus.jsonl", "rejected.jsonl", "clusters.tsv", "stats.json");

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    // more than one block of a mebibyte, so that several threads have something to do
    BrokenCorpus.write(folder.resolve("in/a.jsonl"), 1500, 1);
    BrokenCorpus.write(folder.resolve("in/b.jsonl"), 500, 2);
  }

  private Path run(String name, int threads) throws IOException {
    Path out = folder.resolve(name);
    ReadOptions options = ReadOptions.defaults().withThreads(threads);
    List<LabelledPrompt> seeds =
        List.of(
            new LabelledPrompt("循环 谢谢", Category.WRITING),
            new LabelledPrompt("的一是不了", Category.CODE));
    Curation.run(
        Corpus.of(List.of(folder.resolve("in")), options),
        CurationPlan.standard().withSeeds(seeds),
        out,
        Progress.NONE,
        () -> Instant.EPOCH,
        Curation.BatchSize.standard());
    return out;
  }

  @Test
  void oneThreadAndFourWriteTheSameBytes() throws IOException {
    Path one = run("one", 1);
    Path four = run("four", 4);
    for (String file : FILES) {
      assertThat(four.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void aSecondRunReplacesTheFirstByTheSame() throws IOException {
    Path out = run("out", 2);
    List<String> first = FILES.stream().map(file -> read(out.resolve(file))).toList();
    run("out", 2);
    assertThat(FILES.stream().map(file -> read(out.resolve(file))).toList()).isEqualTo(first);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
