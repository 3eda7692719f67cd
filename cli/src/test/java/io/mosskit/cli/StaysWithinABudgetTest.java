package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.store.RunView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaysWithinABudgetTest {

  @TempDir Path folder;

  private Path recipe;

  @BeforeEach
  void writeARecipe() throws Exception {
    Seeds.copy("writing", folder.resolve("seeds"));
    Files.writeString(folder.resolve("prices.yaml"), "\"rehears*\": {input: 15, output: 60}\n");
    recipe =
        Files.writeString(
            folder.resolve("small.yaml"),
            """
            title: 小语料 small
            generate:
              seeds: seeds
              teacher: {rehearsal: true}
              prices: prices.yaml
              max-usd: 0.30
              prompts: {writing: {zh: 4, en: 4}}
            """);
  }

  @Test
  void aPreviewSaysWhatItWillTakeAndTheBudgetEndsTheRun() throws Exception {
    Shell preview = Shell.mosskit("run", recipe, "--preview", "2", "--max-usd", "9");
    assertThat(preview.code()).as(preview.err()).isZero();
    assertThat(preview.out())
        .contains("stage", "user-turn", "Yield: 2 of 2 dialogues written (100 %); 8 wanted in all")
        .contains("Time for the rest: about ")
        .endsWith("  mosskit run " + recipe + " --max-usd 9\n");
    assertThat(folder.resolve("small/corpus.jsonl")).doesNotExist();

    Shell stopped = Shell.mosskit("run", recipe, "--json");
    assertThat(stopped.code()).as(stopped.err()).isEqualTo(6);
    assertThat(stopped.err()).contains("budget of $0.3000");
    assertThat(stopped.number("generation", "dialogues_left")).isPositive();

    Shell whole = Shell.mosskit("run", recipe, "--max-usd", "9");
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(whole.out()).contains("Cost over all starts: $");
  }

  @Test
  void repliesAndVerdictsStopAndGoOn() throws Exception {
    Path input =
        Dialogues.write(
            folder.resolve("in.jsonl"),
            Dialogues.tea("茶 1"),
            Dialogues.egg("egg 1"),
            Dialogues.tea("茶 2"),
            Dialogues.egg("egg 2"));
    Path replies = folder.resolve("replies.jsonl");
    stopsAndGoesOn(
        replies, "600", "respond", input, "--rehearsal", "--max-new-tokens", 64, "--out", replies);
    Path judged = folder.resolve("judged.jsonl");
    stopsAndGoesOn(judged, "3000", "judge", replies, "--rehearsal", "--out", judged);
  }

  @Test
  void soDoesAnEvaluationThatAJudgeGrades() throws Exception {
    Files.writeString(
        folder.resolve("free.jsonl"),
        """
        {"question": "2 + 2 等于几？", "answer": "4"}
        {"question": "How many legs has a cat?", "answer": "4"}
        {"question": "一年有几个月？", "answer": "12"}
        """);
    Path tasks =
        Files.writeString(
            folder.resolve("graded.yaml"),
            "tasks:\n  - {name: sums, kind: graded, file: free.jsonl, max-tokens: 64}\n");
    Path out = folder.resolve("results");
    stopsAndGoesOn(
        out.resolve("items.jsonl"), "500", "eval", "run", tasks, "--rehearsal", "--out", out);
  }

  /// Gives a command too small a budget, then a larger one, and holds what it writes against that
  /// of an unlimited one.
  private void stopsAndGoesOn(Path written, String tokens, Object... words) throws Exception {
    Shell stopped = Shell.mosskit(with(words, "--max-tokens", tokens));
    assertThat(stopped.code()).as(stopped.err()).isEqualTo(6);
    assertThat(stopped.err())
        .contains("leaves too little for the next request")
        .contains("the same command with a larger budget goes on");
    assertThat(written).doesNotExist();
    Path journal =
        Files.isDirectory(written.getParent().resolve("journal"))
            ? written.getParent().resolve("journal")
            : JournalledModel.journalOf(written);
    long paid;
    try (RunView view = RunView.open(journal)) {
      paid = view.usage().answered();
      assertThat(view.usage().promptTokens() + view.usage().completionTokens())
          .isBetween(1L, Long.valueOf(tokens));
    }
    Shell whole = Shell.mosskit(with(words, "--max-tokens", 9_000_000));
    assertThat(whole.code()).as(whole.err()).isZero();
    try (RunView view = RunView.open(journal)) {
      assertThat(view.usage().attempts()).isEqualTo(view.usage().answered()).isGreaterThan(paid);
    }
    byte[] goneOn = Files.readAllBytes(written);
    try (Stream<Path> files = Files.walk(journal)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(Shell.mosskit(words).code()).isZero();
    assertThat(written).hasBinaryContent(goneOn);
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  @Test
  void dollarsWantAPriceAndAModelOnThisMachineCostsNothing() throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    Path out = folder.resolve("replies.jsonl");
    Shell unpriced = Shell.mosskit("respond", input, "--rehearsal", "--max-usd", "1", "--out", out);
    assertThat(unpriced.code()).isEqualTo(2);
    assertThat(unpriced.err()).contains("the price of \"rehearsal\"");
    Shell negative = Shell.mosskit("judge", input, "--rehearsal", "--max-tokens=-1", "--out", out);
    assertThat(negative.code()).isEqualTo(2);
    assertThat(negative.err()).contains("at least 0");
    Shell local =
        Shell.mosskit("respond", input, "--local", folder, "--max-tokens", 8, "--out", out);
    assertThat(local.code()).isEqualTo(2);
    assertThat(local.err()).contains("--max-new-tokens");
    Shell priced =
        Shell.mosskit(
            "respond",
            input,
            "--rehearsal",
            "--prices",
            folder.resolve("prices.yaml"),
            "--max-usd",
            "1",
            "--out",
            out);
    assertThat(priced.code()).as(priced.err()).isZero();
    assertThat(priced.out()).contains("2 requests sent", "Cost over all starts: $0.0");
  }
}
