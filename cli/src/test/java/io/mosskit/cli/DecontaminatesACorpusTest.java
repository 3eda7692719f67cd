package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecontaminatesACorpusTest {

  @TempDir Path folder;

  private Path input;
  private Path out;
  private Path eggs;
  private Path tea;

  @BeforeEach
  void writeDialoguesAndSets() throws Exception {
    input =
        Dialogues.write(
            folder.resolve("in.jsonl"),
            Dialogues.tea("茶"),
            Dialogues.egg("egg"),
            Dialogues.dozen("dozen"));
    out = folder.resolve("out");
    eggs =
        Files.writeString(
            folder.resolve("eggs.jsonl"), "{\"question\":\"How long do I boil an egg? Seven\"}\n");
    tea = Files.writeString(folder.resolve("tea.csv"), "id,question,A,B\n1,泡绿茶用多少度的水合适,八十,一百\n");
  }

  @Test
  void dropsWhatIsInASetAndSaysSo() throws Exception {
    Shell shell =
        Shell.mosskit(
            "decontaminate", input, "--against", eggs, "茶=" + tea, "--out", out, "--units", 7);
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains("3 records in, 1 kept, 2 rejected")
        .contains("eggs")
        .contains("泡绿茶用多少度的水合适")
        .contains("Look at some before you trust the numbers");
    assertThat(Dialogues.read(out.resolve("rejected.jsonl")))
        .extracting(record -> record.string("reason"))
        .containsExactly("contaminated", "contaminated");
    assertThat(Files.readAllLines(out.resolve("contamination.tsv"))).hasSize(3);
  }

  @Test
  void printsJsonAndMasks() throws Exception {
    Shell shell =
        Shell.mosskit(
            "decontaminate", input, "--against", tea, "--out", out, "--policy", "mask", "--json");
    assertThat(shell.number("records_kept")).isEqualTo(3);
    assertThat(shell.number("dialogues", "masked")).isEqualTo(1);
    assertThat(shell.json().get("placeholder")).isEqualTo(Json.of("[eval]"));
    assertThat(Files.readString(out.resolve("corpus.jsonl"))).contains("<|Human|>: [eval]？<eoh>");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "--units 1|2|2 to 100 units",
        "--share 2|2|a share of an item from 0 to 1",
        "--policy hide|2|--policy",
        "--without luck|2|--without",
        "--fields headline|3|line 1: no text in [question]; name the fields of an item with --fields",
        "--ignore absent.txt|3|absent.txt",
      },
      delimiter = '|')
  void whatIsWrongIsSaid(String option, int code, String message) {
    String[] words = option.split(" ");
    Shell shell =
        Shell.mosskit("decontaminate", input, "--against", eggs, "--out", out, words[0], words[1]);
    assertThat(shell.code()).isEqualTo(code);
    assertThat(shell.err()).contains(message).doesNotContain("\tat ");
    assertThat(out).doesNotExist();
  }

  @Test
  void twoSetsOfOneNameAndAnAbsentOneAreRefused() {
    assertThat(
            Shell.mosskit("decontaminate", input, "--against", eggs, "eggs=" + tea, "--out", out))
        .satisfies(shell -> assertThat(shell.code()).isEqualTo(2))
        .satisfies(shell -> assertThat(shell.err()).contains("a name of its own"));
    assertThat(Shell.mosskit("decontaminate", input, "--against", "x=no.csv", "--out", out))
        .satisfies(shell -> assertThat(shell.code()).isEqualTo(3))
        .satisfies(shell -> assertThat(shell.err()).contains("no.csv"));
    assertThat(out).doesNotExist();
  }

  @Test
  void theInputIsNeverOverwritten() throws Exception {
    Path corpus = Files.move(input, folder.resolve("corpus.jsonl"));
    Shell refused = Shell.mosskit("decontaminate", corpus, "--against", eggs, "--out", folder);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("would be overwritten");
  }
}
