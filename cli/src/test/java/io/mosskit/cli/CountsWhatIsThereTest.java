package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsWhatIsThereTest {

  @TempDir Path folder;

  @Test
  void dialoguesTurnsLanguagesCallsAndRules() throws Exception {
    Dialogues.write(
        folder.resolve("a.jsonl"),
        Dialogues.tea("茶"),
        Dialogues.egg("egg"),
        Dialogues.dozen("dozen"),
        Dialogues.garbled("garbled"));
    Shell stats = Shell.mosskit("stats", folder);
    assertThat(stats.code()).isZero();
    assertThat(stats.lines().getFirst()).isEqualTo("4 conversations, 5 turns in 1 files");
    assertThat(stats.out()).contains("honest", "calculator", "Calculate", "command_grammar");

    Shell json = Shell.mosskit("stats", "--json", folder);
    assertThat(json.number("conversations")).isEqualTo(4);
    assertThat(json.number("turns")).isEqualTo(5);
    assertThat(json.number("categories", "honest", "conversations")).isEqualTo(2);
    assertThat(json.number("categories", "honest", "languages", "zh")).isEqualTo(1);
    assertThat(json.number("categories", "honest", "languages", "en")).isEqualTo(1);
    assertThat(json.number("categories", "calculator", "findings", "command_grammar")).isEqualTo(1);
  }

  @Test
  void filesOfOtherKindsAndUnreadableRecordsAreNamed() throws Exception {
    Dialogues.writeLines(
        folder.resolve("a.jsonl"), List.of(Dialogues.line(Dialogues.tea("茶")), Dialogues.CUT_LINE));
    Dialogues.writeLines(folder.resolve("seeds.jsonl"), List.of("{\"user_prompt\": \"写诗\"}"));
    Shell stats = Shell.mosskit("stats", folder);
    assertThat(stats.out())
        .contains("1 conversations, 2 turns in 1 files")
        .contains("1 files of seeds left alone")
        .contains("1 records unreadable: ");
  }

  @Test
  void aFolderWithoutDialoguesIsAFileError() {
    Shell stats = Shell.mosskit("stats", folder);
    assertThat(stats.code()).isEqualTo(3);
    assertThat(stats.err()).contains(folder.toString()).doesNotContain("\tat ");
  }
}
