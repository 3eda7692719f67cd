package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsAnIndexOfWhatWasCuratedTest {

  @TempDir Path folder;
  private Path corpus;
  private Path index;

  @BeforeEach
  void write() throws Exception {
    corpus =
        Dialogues.write(folder.resolve("corpus.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    index = folder.resolve("index");
  }

  private Shell add(Object... words) {
    Object[] all = new Object[words.length + 5];
    System.arraycopy(new Object[] {"index", "add", corpus, "--index", index}, 0, all, 0, 5);
    System.arraycopy(words, 0, all, 5, words.length);
    return Shell.mosskit(all);
  }

  @Test
  void batchesAddUpAndAreTold() throws Exception {
    assertThat(add("--batch", "十月").out()).contains("2 records added", "十月");
    assertThat(add("--batch", "november", "--json").number("records")).isEqualTo(2);
    assertThat(Shell.mosskit("index", "info", index).out())
        .contains("4 records, compared by user_turns", "十月", "november");
    assertThat(Shell.mosskit("index", "info", index, "--json").number("records")).isEqualTo(4);
  }

  @Test
  void whatDoesNotFitIsRefusedWithARemedy() {
    assertThat(add().code()).isZero();
    assertThat(add().err()).contains("already", "another name");
    assertThat(add("--batch", "2", "--key", "assistant-turns").err())
        .contains("compares by user_turns");
    assertThat(add("--batch", "2", "--threshold", "0.5").err()).contains("ask for 0.7 or more");
    assertThat(add("--batch", "2", "--threshold", "7").code()).isEqualTo(2);
    assertThat(Shell.mosskit("index", "info", folder).code()).isEqualTo(3);
    assertThat(Shell.mosskit("index").code()).isEqualTo(2);
  }
}
