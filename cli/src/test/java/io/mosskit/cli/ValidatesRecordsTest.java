package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatesRecordsTest {

  @TempDir Path folder;

  private Path mixed;

  @BeforeEach
  void writeDialoguesGoodAndBad() throws Exception {
    mixed =
        Dialogues.writeLines(
            folder.resolve("mixed.jsonl"),
            List.of(
                Dialogues.line(Dialogues.tea("茶")),
                Dialogues.line(Dialogues.egg("egg")),
                Dialogues.line(Dialogues.garbled("garbled")),
                Dialogues.CUT_LINE));
  }

  @Test
  void cleanDialoguesAreValidInBothModes() throws Exception {
    Path clean =
        Dialogues.write(
            folder.resolve("clean.jsonl"), Dialogues.tea("茶"), Dialogues.dozen("dozen"));
    assertThat(Shell.mosskit("validate", clean).code()).isZero();
    Shell strict = Shell.mosskit("validate", "--strict", clean);
    assertThat(strict.code()).isZero();
    assertThat(strict.lines())
        .containsExactly("conversations: 2 records in 1 files, 2 valid, 0 invalid");
  }

  @Test
  void lenientValidationRejectsWhatCannotBeReadAndCountsTheRest() {
    Shell lenient = Shell.mosskit("validate", mixed);
    assertThat(lenient.code()).isEqualTo(1);
    assertThat(lenient.out())
        .contains("conversations: 4 records in 1 files, 3 valid, 1 invalid")
        .contains("with --strict these records are invalid")
        .contains("command_grammar")
        .contains("mixed.jsonl:4");
  }

  @Test
  void strictValidationRejectsWhatBreaksARuleToo() {
    Shell strict = Shell.mosskit("validate", "--strict", mixed);
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.out())
        .contains("4 records in 1 files, 2 valid, 2 invalid")
        .contains("command_grammar=1")
        .contains("mixed.jsonl:3");
  }

  @Test
  void theJsonHasTheNumbersOfTheLines() throws Exception {
    Shell json = Shell.mosskit("validate", "--strict", "--json", mixed);
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.number("kinds", "conversations", "files")).isEqualTo(1);
    assertThat(json.number("kinds", "conversations", "records")).isEqualTo(4);
    assertThat(json.number("kinds", "conversations", "invalid")).isEqualTo(2);
    assertThat(json.number("rules", "command_grammar", "records")).isEqualTo(1);
    assertThat(json.number("invalid", "command_grammar")).isEqualTo(1);
    assertThat(json.number("turns")).isEqualTo(4);
    assertThat(json.json().string("mode")).isEqualTo("strict");
  }

  @Test
  void bothModesCountTheSameTurns() throws Exception {
    assertThat(Shell.mosskit("validate", "--json", mixed).number("turns")).isEqualTo(4);
  }

  @Test
  void invalidRecordsAreWrittenWithTheirReasonsAndAreValidRejections() throws Exception {
    Path rejects = folder.resolve("out/invalid.jsonl");
    Files.createDirectories(rejects.getParent());
    Shell.mosskit("validate", "--strict", mixed, "--rejects", rejects);
    List<Json.Obj> written = Dialogues.read(rejects);
    assertThat(written).hasSize(2);
    assertThat(written.getFirst().string("reason")).isEqualTo("command_grammar");
    assertThat(((Json.Obj) written.getFirst().get("record")).string("conversation_id"))
        .isEqualTo("garbled");
    Shell again = Shell.mosskit("validate", rejects);
    assertThat(again.code()).isZero();
    assertThat(again.lines())
        .containsExactly("rejections: 2 records in 1 files, 2 valid, 0 invalid");
  }

  @Test
  void rejectsNeverReplaceTheInput() throws Exception {
    String before = Files.readString(mixed);
    Shell refused = Shell.mosskit("validate", mixed, "--rejects", mixed);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("mixed.jsonl").contains("choose another");
    assertThat(Files.readString(mixed)).isEqualTo(before);
  }

  @Test
  void showSaysHowManyInvalidRecordsAreListed() {
    Shell none = Shell.mosskit("validate", "--strict", "--show", "0", mixed);
    assertThat(none.out()).contains("… and 2 more; --rejects FILE writes them all");
    Shell one = Shell.mosskit("validate", "--strict", "--show", "1", mixed);
    assertThat(one.out()).contains("… and 1 more");
    assertThat(Shell.mosskit("validate", "--strict", mixed).out()).doesNotContain("more;");
  }

  @Test
  void seedsAreHeldAgainstTheirSchema() throws Exception {
    Path seeds =
        Dialogues.writeLines(
            folder.resolve("seeds/seeds.jsonl"),
            List.of(
                "{\"user_prompt\": \"写一首关于雨的诗\", \"category\": \"writing\"}",
                "{\"user_prompt\": \"Write a haiku\", \"language\": \"fr\"}"));
    Shell checked = Shell.mosskit("validate", seeds.getParent());
    assertThat(checked.code()).isEqualTo(1);
    assertThat(checked.out())
        .contains("seeds: 2 records in 1 files, 1 valid, 1 invalid")
        .contains("json_schema=1")
        .contains("seeds.jsonl:2");
  }

  @Test
  void whatCannotBeFoundIsAFileError() throws Exception {
    Shell absent = Shell.mosskit("validate", folder.resolve("没有.jsonl"));
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("没有.jsonl: no such file or folder");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Shell nothing = Shell.mosskit("validate", empty);
    assertThat(nothing.code()).isEqualTo(3);
    assertThat(nothing.err()).contains("empty").doesNotContain("\tat ");
  }

  @Test
  void whatCannotBeUnderstoodIsAUsageError() {
    assertThat(Shell.mosskit("validate").code()).isEqualTo(2);
    assertThat(Shell.mosskit("validate", "--show", "many", mixed).code()).isEqualTo(2);
    Shell threads = Shell.mosskit("validate", "--threads", "0", mixed);
    assertThat(threads.code()).isEqualTo(2);
    assertThat(threads.err()).contains("threads 0").doesNotContain("\tat ");
  }
}
