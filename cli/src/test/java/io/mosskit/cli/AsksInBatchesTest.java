package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.rehearsal.BatchManner;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsksInBatchesTest {

  @TempDir Path folder;

  @BeforeEach
  void copySeeds() throws Exception {
    Seeds.copy("writing", folder.resolve("seeds"));
  }

  private Shell generate(String out, Object... teacher) {
    Object[] words = {
      "generate", "--seeds", folder.resolve("seeds"), "--dialogues", 2, "--out", folder.resolve(out)
    };
    Object[] all = Arrays.copyOf(words, words.length + teacher.length);
    System.arraycopy(teacher, 0, all, words.length, teacher.length);
    return Shell.mosskit(all);
  }

  private String raw(String out) throws Exception {
    return Files.readString(folder.resolve(out).resolve("raw.jsonl"));
  }

  @Test
  void anOptionOrAKeyMakesTheSameCorpusInBatches() throws Exception {
    BatchManner rough = BatchManner.PROMPT.withFailedShare(0.1);
    RehearsalOptions options =
        RehearsalOptions.seeded(1).withBatches(rough).withRefusedFormats(Set.of("json_schema"));
    try (RehearsalTeacher server = RehearsalTeacher.start(options)) {
      Object[] chat = {"--base-url", server.baseUrl(), "--model", "rehearsal", "--no-seed"};
      Object[] batch = {
        "--base-url",
        server.baseUrl(),
        "--model",
        "rehearsal",
        "--no-seed",
        "--structured",
        "object",
        "--batch",
        "--batch-gather",
        0.1
      };
      Shell one = generate("chat", chat);
      assertThat(one.code()).as(one.err()).isZero();
      assertThat(one.err())
          .containsOnlyOnce("refuses json_schema; it is asked with json_object from now on");
      Shell other = generate("batch", batch);
      assertThat(other.code()).as(other.err()).isZero();
      assertThat(other.err()).contains("requests submitted as batch_").doesNotContain("refuses");
      assertThat(raw("batch")).isEqualTo(raw("chat")).hasLineCount(2);

      Path recipe = folder.resolve("recipe.yaml");
      Files.writeString(
          recipe,
          """
          title: 一批一批 in batches
          generate:
            seeds: seeds
            teacher:
              model: rehearsal
              base-url: %s
              key-variable: MOSSKIT_NO_SUCH_KEY
              structured: object
              send-seed: false
              batch: true
              batch-window: 24h
              batch-gather-seconds: 0.1
              batch-poll-seconds: 0.5
              batch-max-requests: 3
              batch-max-megabytes: 1
            prompts:
              writing: 1
          """
              .formatted(server.baseUrl()));
      Shell run = Shell.mosskit("run", recipe, "--out", folder.resolve("corpus"));
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(raw("corpus/run")).isEqualTo(raw("chat"));
      assertThat(run.err()).contains("requests submitted as batch_");
    }
  }
}
