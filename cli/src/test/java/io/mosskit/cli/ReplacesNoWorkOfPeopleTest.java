package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An output that would destroy an input, or what somebody wrote, is refused, and options that say
/// nothing are no bugs.
class ReplacesNoWorkOfPeopleTest {

  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void writeData() throws Exception {
    data = Files.createDirectories(folder.resolve("data"));
    Dialogues.write(
        data.resolve("corpus.jsonl"), dialogue("1", "写一首关于茶的诗"), dialogue("2", "What is tea?"));
  }

  private static Conversation dialogue(String id, String question) {
    return Conversation.of(
        id, MetaInstruction.plain(), List.of(Turn.plain(1, question, "好的。 Gladly.")));
  }

  private void assertRefused(Shell shell, String... words) {
    assertThat(shell.code()).as(shell.err()).isEqualTo(2);
    assertThat(shell.err()).contains(words);
  }

  @Test
  void whatAnEarlierRunLeftAmongTheInputIsNotReadAndReplaced() throws Exception {
    Path tagged = data.resolve("tagged.jsonl");
    assertThat(Shell.mosskit("tag", "apply", data, "--out", tagged).code()).isZero();
    assertRefused(
        Shell.mosskit("tag", "apply", data, "--out", tagged), "tagged.jsonl would be overwritten");
    Files.delete(tagged);
    Path kept = data.resolve("kept.jsonl");
    Object[] dedup = {
      "dedup", data, "--key", "user-turns", "--clusters", folder.resolve("c.tsv"), "--out", kept
    };
    assertThat(Shell.mosskit(dedup).code()).isZero();
    assertRefused(Shell.mosskit(dedup), "kept.jsonl would be overwritten");
    assertThat(Files.readAllLines(kept)).hasSize(2);
  }

  @Test
  void labelTablesOfPeopleStay() throws Exception {
    Path corpus = data.resolve("corpus.jsonl");
    Path labels = Files.writeString(folder.resolve("标注.csv"), "id,category\n1,writing\n");
    assertRefused(
        Shell.mosskit("tag", "export", corpus, "--out", labels), "标注.csv is there already");
    assertRefused(
        Shell.mosskit("tag", "merge", corpus, "--labels", labels, "--by", "a", "--out", labels),
        "标注.csv would be overwritten");
    assertThat(labels).hasContent("id,category\n1,writing\n");
  }

  @Test
  void aPageOfAnExplanationReplacesPagesAlone() throws Exception {
    Path curated = folder.resolve("curated");
    assertThat(Shell.mosskit("curate", data, "--out", curated).code()).isZero();
    Path kept = curated.resolve("corpus.jsonl");
    List<String> records = Files.readAllLines(kept);
    assertRefused(Shell.mosskit("explain", "1", "--in", curated, "--html", kept), "ends in .html");
    assertThat(Files.readAllLines(kept)).isEqualTo(records);
    Path page = folder.resolve("pages/茶.html");
    for (int times = 0; times < 2; times++) {
      assertThat(Shell.mosskit("explain", "1", "--in", curated, "--html", page).code()).isZero();
    }
    assertThat(page).content().startsWith("<!DOCTYPE html>");
  }

  @Test
  void anIndexInThePlaceOfAFileIsRefusedBeforeTheWork() throws Exception {
    Path out = folder.resolve("out");
    Path file = data.resolve("corpus.jsonl");
    Shell curated = Shell.mosskit("curate", data, "--out", out, "--against", file);
    assertThat(curated.code()).isEqualTo(3);
    assertThat(curated.err())
        .contains("corpus.jsonl: is there already, and is no folder")
        .doesNotContain("read: ");
  }

  @ParameterizedTest
  @CsvSource({"--title, ' '", "--licence, ''"})
  void aCurationWithoutWordsForAnOptionIsRefused(String option, String value) {
    assertRefused(
        Shell.mosskit("curate", data, "--out", folder.resolve("out"), option, value),
        option + " wants a word or more");
    assertRefused(Shell.mosskit("card", data, option, value), option + " wants a word or more");
  }

  @Test
  void aModelIsAboutSomething() {
    assertRefused(
        Shell.mosskit("tag", "train", data, "--out", folder.resolve("m"), "--facet", ""),
        "--facet wants a word or more");
  }
}
