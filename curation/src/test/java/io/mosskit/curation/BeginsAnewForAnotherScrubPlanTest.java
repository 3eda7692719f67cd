package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.privacy.AllowList;
import io.mosskit.curation.privacy.Salt;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginsAnewForAnotherScrubPlanTest {
  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    input =
        Files.write(
            folder.resolve("in.jsonl"),
            List.of(
                MossJson.line(
                    Dialogues.of(
                        "1", "Write to ada@fudan-news.org or bob@fudan-news.org.", "Done.")),
                MossJson.line(Dialogues.of("2", "请发信到 wang@shudian.cn 询问价格。", "已经发出。"))));
  }

  private String corpus(String out, ScrubPlan plan) throws IOException {
    Curation.runAndKeepWork(
        Corpus.of(input),
        CurationPlan.standard().withScrub(plan),
        folder.resolve(out),
        Progress.NONE);
    return Files.readString(folder.resolve(out).resolve("corpus.jsonl"));
  }

  private static ScrubPlan salted(String salt) {
    return ScrubPlan.standard().withSalt(Salt.of(salt.getBytes(StandardCharsets.UTF_8)));
  }

  private static ScrubPlan allowing(String... entries) {
    return ScrubPlan.standard().withAllowed(AllowList.of(List.of(entries)));
  }

  @Test
  void anotherSaltHashesAnew() throws IOException {
    String first = corpus("out", salted("the first key of all"));
    String second = corpus("out", salted("another key than that"));
    assertThat(second).isNotEqualTo(first);
    assertThat(second).isEqualTo(corpus("fresh", salted("another key than that")));
  }

  @Test
  void anotherAllowListOfTheSameSizeIsHeeded() throws IOException {
    corpus("out", allowing("ada@fudan-news.org"));
    assertThat(corpus("out", allowing("wang@shudian.cn")))
        .contains("wang@shudian.cn")
        .doesNotContain("ada@fudan-news.org");
  }

  @Test
  void neitherSaltNorAllowListStandsInTheFiles() throws IOException {
    corpus("out", salted("the first key of all").withAllowed(AllowList.of(List.of("@例子.cn"))));
    for (String file : List.of("work/run.json", "stats.json")) {
      assertThat(folder.resolve("out").resolve(file))
          .content()
          .doesNotContain("the first key", "例子");
    }
    assertThat(folder.resolve("out/stats.json")).content().doesNotContain("scrub_identity");
  }
}
