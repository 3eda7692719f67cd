package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsAndDescribesTest {
  @TempDir Path folder;

  @Test
  void aCorpusIsDividedAndDescribed() throws Exception {
    Path corpus =
        Dialogues.write(
            folder.resolve("corpus.jsonl"),
            Dialogues.tea("茶 1"),
            Dialogues.tea("茶 2"),
            Dialogues.egg("egg 1"),
            Dialogues.egg("egg 2"));
    Path out = folder.resolve("dataset");
    Shell split =
        Shell.mosskit("split", corpus, "--out", out, "--shares", "0.5,0.25,0.25", "--json");
    assertThat(split.code()).as(split.err()).isZero();
    assertThat(split.number("records")).isEqualTo(4);
    assertThat(split.number("clusters", "count")).isEqualTo(2);
    Shell card = Shell.mosskit("card", out, "--licence", "cc-by-4.0", "--json");
    assertThat(card.code()).as(card.err()).isZero();
    assertThat(card.number("splits", "train"))
        .isEqualTo(split.number("splits", "train"))
        .isEqualTo(2);
    assertThat(Files.readString(out.resolve("README.md"))).contains("license: cc-by-4.0");
    assertThat(out.resolve("croissant.json")).isNotEmptyFile();
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    Path corpus = Dialogues.write(folder.resolve("corpus.jsonl"), Dialogues.tea("茶"));
    Shell shares =
        Shell.mosskit("split", corpus, "--out", folder.resolve("o"), "--shares", "1,1,1");
    assertThat(shares.code()).isEqualTo(2);
    assertThat(shares.err()).contains("that make 1");
    Shell absent = Shell.mosskit("card", folder.resolve("absent"));
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("no such folder");
    Shell empty = Shell.mosskit("card", Files.createDirectories(folder.resolve("empty")));
    assertThat(empty.code()).isEqualTo(3);
  }
}
