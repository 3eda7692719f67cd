package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusesToGenerateTest {

  @TempDir Path folder;

  private Path seeds;
  private Path out;

  @BeforeEach
  void copySeeds() throws Exception {
    seeds = Seeds.copy("writing", folder.resolve("seeds"));
    out = folder.resolve("run");
  }

  private Shell generate(Object... more) {
    Object[] words =
        Stream.concat(Stream.of("generate", "--seeds", seeds, "--out", out), Stream.of(more))
            .toArray();
    return Shell.mosskit(words);
  }

  private void isRefused(Shell refused, int code, String... parts) {
    assertThat(refused.code()).as(refused.err()).isEqualTo(code);
    assertThat(refused.err()).contains(parts).doesNotContain("\tat ");
    assertThat(out).doesNotExist();
  }

  @Test
  void oneTeacherIsNamed() {
    isRefused(generate(), 2, "--model", "--rehearsal");
    isRefused(generate("--rehearsal", "--model", "m"), 2, "--model", "--rehearsal");
  }

  @Test
  void categoriesAndLanguagesAreKnown() {
    isRefused(generate("--rehearsal", "--categories", "诗"), 2, "诗", "writing");
    isRefused(generate("--rehearsal", "--category", "poem"), 2, "poem", "writing");
    isRefused(generate("--rehearsal", "--languages", "fr"), 2, "fr", "zh or en");
  }

  @Test
  void theMixIsKnownAndDividesSomething() {
    isRefused(generate("--rehearsal", "--mix", "诗"), 2, "uniform, moss-003");
    isRefused(generate("--rehearsal", "--mix", "poem=1"), 2, "poem", "writing");
    isRefused(generate("--rehearsal", "--mix", "code=3"), 2, "no seed", "category");

    isRefused(generate("--rehearsal", "--evolve", "7"), 2, "share 7.0");
    isRefused(generate("--rehearsal", "--personas", "没有.jsonl"), 3, "没有.jsonl");
  }

  @Test
  void thereAreSeedsOfWhatIsWanted() throws Exception {
    isRefused(generate("--rehearsal", "--categories", "code"), 2, "seed", "code");
    seeds = Files.createDirectory(folder.resolve("empty"));
    isRefused(generate("--rehearsal"), 3, "empty", "user_prompt");
    seeds = folder.resolve("没有");
    isRefused(generate("--rehearsal"), 3, "没有", "no such file or folder");
  }

  @Test
  void numbersAreInTheirRanges() {
    isRefused(generate("--rehearsal", "--concurrency", "0"), 2, "concurrency 0");
    isRefused(generate("--rehearsal", "--max-rouge-l", "7"), 2, "7");
    isRefused(generate("--rehearsal", "--dialogues=-1"), 2, "dialogues", "-1");
    isRefused(generate("--model", "m", "--timeout", "0"), 2, "timeout");
    isRefused(generate("--model", "m", "--base-url", "ftp://x/v1"), 2, "http://");
  }

  @Test
  void aBudgetWantsAPriceAndAPreviewADialogue() throws Exception {
    isRefused(generate("--rehearsal", "--max-usd", "1"), 2, "the price of \"rehearsal\"");
    isRefused(generate("--rehearsal", "--max-tokens", "-1"), 2, "at least 0");
    isRefused(generate("--rehearsal", "--preview", "0"), 2, "at least one dialogue");
    isRefused(generate("--rehearsal", "--longest-wait", "-1"), 2, "longestWait");
    Path prices =
        Files.writeString(folder.resolve("prices.yaml"), "\"通义*\": {input: 1, output: 2}\n");
    isRefused(generate("--rehearsal", "--prices", prices), 2, "no price of rehearsal");
    Files.writeString(prices, "rehearsal:\n  input: 1\n  output: dear\n");
    isRefused(generate("--rehearsal", "--prices", prices), 2, "prices.yaml:3", "dollars");
  }

  @Test
  void aTeacherElsewhereWantsAKey() {
    assumeTrue(System.getenv("OPENAI_API_KEY") == null, "OPENAI_API_KEY is set");
    Shell refused = generate("--model", "m", "--base-url", "https://teacher.example/v1");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("teacher.example")
        .contains("OPENAI_API_KEY")
        .doesNotContain("\tat ");
  }

  @Test
  void seedsWithoutACategoryAskForOne() throws Exception {
    seeds =
        Dialogues.writeLines(folder.resolve("bare.jsonl"), List.of("{\"user_prompt\": \"写诗\"}"));
    isRefused(generate("--rehearsal"), 2, "--category");
  }
}
