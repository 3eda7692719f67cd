package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiltersByTheProfileTest {

  @TempDir Path folder;

  private Path input;
  private Path out;

  @BeforeEach
  void writeDialogues() throws Exception {
    input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    out = folder.resolve("out");
  }

  @Test
  void countsByRule() throws Exception {
    Shell shell =
        Shell.mosskit(
            "filter", input, "--out", out, "--rule", "long_reply=20", "--without", "open-end");
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("2 records in, 1 kept, 1 rejected")
        .contains("turn 1: 30 characters in the reply, expected at most 20")
        .doesNotContain("open_end");
    assertThat(Dialogues.read(out.resolve("rejected.jsonl")))
        .extracting(record -> record.string("reason"))
        .containsExactly("long_reply");
    assertThat(Shell.mosskit("filter", input, "--out", out, "--json").number("records_kept"))
        .isEqualTo(2);
  }

  @Test
  void aRuleThatIsNotThereIsAUsageErrorThatNamesThem() {
    Shell refused = Shell.mosskit("filter", input, "--out", out, "--rule", "topic=1");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("there is no rule topic").contains("self_reference");
    assertThat(out).doesNotExist();
  }

  @Test
  void theInputIsNeverOverwritten() throws Exception {
    Path corpus = Files.move(input, folder.resolve("corpus.jsonl"));
    Shell refused = Shell.mosskit("filter", corpus, "--out", folder);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("would be overwritten");
  }
}
