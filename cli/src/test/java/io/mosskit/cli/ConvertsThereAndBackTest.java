package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.RandomConversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertsThereAndBackTest {

  @TempDir Path folder;

  private Path random() throws Exception {
    Conversation[] all =
        IntStream.range(0, 60)
            .mapToObj(seed ->
                seed % 2 == 0 ? RandomConversations.of(seed) : RandomConversations.irregular(seed))
            .toArray(Conversation[]::new);
    Path raw = Dialogues.write(folder.resolve("raw.jsonl"), all);
    Path written = folder.resolve("random.jsonl");
    assertThat(Shell.mosskit("convert", raw, "--to", "moss", "--out", written).code()).isZero();
    assertThat(Dialogues.read(written)).isEqualTo(Dialogues.read(raw));
    return written;
  }

  @ParameterizedTest
  @ValueSource(strings = {"moss", "messages", "sharegpt", "alpaca", "training-text", "parquet"})
  void everyFormGivesBackTheSameBytes(String form) throws Exception {
    Path input = random();
    Path other = folder.resolve(form.equals("parquet") ? "o.parquet" : "o.jsonl");
    Path back = folder.resolve("back.jsonl");
    Shell there = Shell.mosskit("convert", input, "--to", form, "--out", other);
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.lines()).containsExactly("60 dialogues written to " + other);
    Shell again = Shell.mosskit("convert", other, "--to", "moss", "--out", back);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(back).hasSameTextualContentAs(input);
    assertThat(folder.resolve("back.jsonl.rejected.jsonl")).doesNotExist();
  }

  @Test
  void aFolderOfFilesGivesBackTheSameDialogues() throws Exception {
    Path input =
        Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    Path files = folder.resolve("files");
    assertThat(Shell.mosskit("convert", input, "--to", "moss-files", "--out", files).code())
        .isZero();
    assertThat(files.resolve("honest_conversation_1.json")).exists();
    Path back = folder.resolve("back.jsonl");
    Shell.mosskit("convert", files, "--to", "moss", "--out", back);
    assertThat(back).hasSameTextualContentAs(input);
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".zst"})
  void outputIsCompressedAsItsNameSays(String ending) throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    Path packed = folder.resolve("packed.jsonl" + ending);
    Shell.mosskit("convert", input, "--to", "messages", "--out", packed);
    Path back = folder.resolve("back.jsonl");
    assertThat(Shell.mosskit("convert", packed, "--to", "moss", "--out", back).code()).isZero();
    assertThat(back).hasSameTextualContentAs(input);
    assertThat(Files.readAllBytes(packed)).isNotEqualTo(Files.readAllBytes(input));
  }

  @Test
  void plainFormsSayWhatTheyLose() throws Exception {
    Path input =
        Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"), Dialogues.dozen("dozen"));
    Path out = folder.resolve("plain.jsonl");
    Shell plain = Shell.mosskit("convert", input, "--to", "alpaca", "--plain", "--out", out);
    assertThat(plain.code()).isZero();
    assertThat(plain.out()).contains("Lost, because --plain was given:");
    assertThat(Dialogues.read(out))
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.get("mosskit")).isNull());
    Shell json =
        Shell.mosskit("convert", input, "--to", "alpaca", "--plain", "--out", out, "--json");
    assertThat(json.number("written")).isEqualTo(2);
    assertThat(((Json.Obj) Objects.requireNonNull(json.json().get("lost"))).members()).isNotEmpty();
  }

  @Test
  void labelsAreATableThatASpreadsheetOpens() throws Exception {
    Path input =
        Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    Path table = folder.resolve("labels.csv");
    assertThat(Shell.mosskit("convert", input, "--to", "labels", "--out", table).code()).isZero();
    assertThat(Files.readString(table)).contains("泡绿茶用多少度的水合适？").contains("boil an egg");
  }

  @Test
  void unreadableRecordsAreWrittenBeside() throws Exception {
    Path input =
        Dialogues.writeLines(
            folder.resolve("in.jsonl"),
            List.of(Dialogues.line(Dialogues.tea("茶")), Dialogues.CUT_LINE));
    Path out = folder.resolve("out.jsonl");
    Shell converted = Shell.mosskit("convert", input, "--to", "messages", "--out", out);
    assertThat(converted.lines())
        .containsExactly("1 dialogues written to " + out, "1 rejected: " + out + ".rejected.jsonl");
    assertThat(Dialogues.read(folder.resolve("out.jsonl.rejected.jsonl"))).hasSize(1);
  }

  @Test
  void anUnknownFormIsAUsageErrorThatNamesAllForms() throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    Shell refused =
        Shell.mosskit("convert", input, "--to", "word", "--out", folder.resolve("out.docx"));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("word", "sharegpt", "moss-files", "parquet", "labels");
    assertThat(folder.resolve("out.docx")).doesNotExist();
    Shell from =
        Shell.mosskit(
            "convert", input, "--from", "word", "--to", "moss", "--out", folder.resolve("o.jsonl"));
    assertThat(from.code()).isEqualTo(2);
    assertThat(folder.resolve("o.jsonl")).doesNotExist();
  }

  @Test
  void theInputIsNeverReplaced() throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    String before = Files.readString(input);
    Shell refused = Shell.mosskit("convert", input, "--to", "messages", "--out", input);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("in.jsonl").contains("choose another");
    assertThat(Files.readString(input)).isEqualTo(before);
  }

  @Test
  void aMaskThatIsNoneIsAUsageError() throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    Path out = folder.resolve("out.jsonl");
    Shell refused =
        Shell.mosskit("convert", input, "--to", "training-text", "--mask", "half", "--out", out);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("half").contains("assistant-only");
  }

  /// A tokenizer of single bytes and one merge.
  private Path tokenizer() throws IOException {
    Path tokens = Files.createDirectory(folder.resolve("tokenizer"));
    Files.writeString(tokens.resolve("merges.txt"), "#version: 0.2\nt h\n");
    Files.writeString(
        tokens.resolve("added_tokens.json"),
        "{\"<eoh>\": 258, \"<eom>\": 259, \"<eot>\": 260, \"<eoc>\": 261, \"<eor>\": 262}");
    return tokens;
  }

  @Test
  void trainingTextBecomesTokensThatAreCutByWholeTurns() throws Exception {
    Path input =
        Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    Path tokenizer = tokenizer();
    Path out = folder.resolve("tokens.jsonl");
    Shell whole = tokens(input, tokenizer, out, 100_000);
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(Dialogues.read(out)).hasSize(2);
    int length = ids(Dialogues.read(out).getFirst());
    Shell cut = tokens(input, tokenizer, out, length - 1);
    assertThat(cut.lines().getFirst()).startsWith("2 dialogues");
    assertThat(ids(Dialogues.read(out).getFirst())).isLessThan(length);
  }

  @Test
  void whatIsTooLongInItsFirstTurnIsRejected() throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    Path out = folder.resolve("tokens.jsonl");
    Shell cut = tokens(input, tokenizer(), out, 10);
    assertThat(cut.code()).isZero();
    assertThat(cut.lines().getFirst()).startsWith("0 dialogues");
    Json.Obj rejection = Dialogues.read(folder.resolve("tokens.jsonl.rejected.jsonl")).getFirst();
    assertThat(rejection.string("reason")).isEqualTo("too_many_tokens");
    assertThat(rejection.string("detail")).contains("10 tokens");
  }

  @Test
  void aTokenizerThatIsNotThereIsAFileErrorThatNamesIt() throws Exception {
    Path input = Dialogues.write(folder.resolve("in.jsonl"), Dialogues.tea("茶"));
    Shell absent = tokens(input, folder.resolve("没有"), folder.resolve("tokens.jsonl"), 10);
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("没有").doesNotContain("\tat ");
    Shell misplaced =
        Shell.mosskit(
            "convert", input, "--to", "moss", "--tokenizer", folder, "--out", folder.resolve("o"));
    assertThat(misplaced.code()).isEqualTo(2);
  }

  private static Shell tokens(Path input, Path tokenizer, Path out, int most) {
    return Shell.mosskit(
        "convert",
        input,
        "--to",
        "training-text",
        "--tokenizer",
        tokenizer,
        "--max-tokens",
        most,
        "--out",
        out);
  }

  private static int ids(Json.Obj record) {
    return ((Json.Arr) Objects.requireNonNull(record.get("input_ids"))).elements().size();
  }
}
