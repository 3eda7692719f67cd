package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CuratesIntoAFolderTest {

  @TempDir Path folder;

  private Path input;
  private Path out;

  @BeforeEach
  void writeDialoguesWithADuplicate() throws Exception {
    input =
        Dialogues.writeLines(
            folder.resolve("in.jsonl"),
            List.of(
                Dialogues.line(Dialogues.tea("茶")),
                Dialogues.line(Dialogues.egg("egg")),
                Dialogues.line(
                    Dialogues.egg("egg again")
                        .withTurns(
                            List.of(
                                Turn.plain(
                                    1, "How long do I boil an egg?", "It depends: six minutes.")))),
                Dialogues.line(Dialogues.dozen("dozen")),
                Dialogues.CUT_LINE));
    out = folder.resolve("out");
  }

  static List<String> keys() {
    return CurateCommand.KeyConverter.names();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whatGoesInComesOutOrIsRejectedUnderEachKey(String key) throws Exception {
    Shell curated = Shell.mosskit("curate", input, "--out", out, "--key", key, "--json");
    assertThat(curated.code()).isZero();
    int kept = Dialogues.read(out.resolve("corpus.jsonl")).size();
    int rejected = Dialogues.read(out.resolve("rejected.jsonl")).size();
    assertThat(curated.number("records_in")).isEqualTo(5).isEqualTo(kept + rejected);
    assertThat(curated.number("records_kept")).isEqualTo(kept);
    assertThat(curated.number("records_rejected")).isEqualTo(rejected);
    assertThat(Dialogues.read(out.resolve("rejected.jsonl")))
        .allSatisfy(record -> assertThat(record.string("reason")).isNotEmpty());
  }

  @Test
  void theSameQuestionIsADuplicateByUserTurnsButNotByReplies() {
    assertThat(Shell.mosskit("curate", input, "--out", out).out())
        .contains("5 records in, 3 kept, 2 rejected (40.00 %)");
    assertThat(Shell.mosskit("curate", input, "--out", out, "--key", "assistant_turns").out())
        .contains("5 records in, 4 kept, 1 rejected (20.00 %)");
  }

  @Test
  void whatNoCurationWroteStays() throws Exception {
    Files.createDirectories(out);
    Path notes = Files.writeString(out.resolve("README.md"), "我的笔记 my notes");
    Shell refused = Shell.mosskit("curate", input, "--out", out);
    assertThat(refused.code()).isEqualTo(ExitCode.FILES.number());
    assertThat(refused.err()).contains("README.md, which no curation wrote", "another folder");
    assertThat(notes).hasContent("我的笔记 my notes");
    assertThat(out.resolve("corpus.jsonl")).doesNotExist();
    Files.delete(notes);
    assertThat(Shell.mosskit("curate", input, "--out", out).code()).isZero();
    assertThat(Shell.mosskit("curate", input, "--out", out).code()).isZero();
  }

  @Test
  void reportAndCardSayTitleAndLicence() throws Exception {
    Shell.mosskit("curate", input, "--out", out, "--title", "茶与蛋 <tea>", "--licence", "CC-BY-4.0");
    assertThat(Files.readString(out.resolve("report.html"))).contains("茶与蛋 &lt;tea&gt;");
    assertThat(Files.readString(out.resolve("README.md"))).contains("茶与蛋").contains("cc-by-4.0");
    assertThat(out.resolve("clusters.tsv")).isNotEmptyFile();
    assertThat(Json.parse(Files.readString(out.resolve("stats.json"))))
        .isInstanceOf(Json.Obj.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5", "1.01", "NaN", "much"})
  void aThresholdOutsideItsRangeIsAUsageError(String threshold) {
    Shell refused = Shell.mosskit("curate", input, "--out", out, "--threshold=" + threshold);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("threshold").doesNotContain("\tat ");
    assertThat(out).doesNotExist();
  }

  @Test
  void anUnknownKeyIsAUsageErrorThatNamesTheKeys() {
    Shell refused = Shell.mosskit("curate", input, "--out", out, "--key", "topic");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("topic").contains("first-user-turn");
  }

  @Test
  void theInputIsNeverOverwritten() throws Exception {
    Path corpus = Dialogues.write(folder.resolve("corpus.jsonl"), Dialogues.tea("茶"));
    String before = Files.readString(corpus);
    Shell refused = Shell.mosskit("curate", corpus, "--out", folder);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("would be overwritten");
    assertThat(Files.readString(corpus)).isEqualTo(before);
    assertThat(folder.resolve("rejected.jsonl")).doesNotExist();
  }

  @Test
  void aModelThatCannotBeReadIsNamed() throws Exception {
    Path absent = folder.resolve("模型.model");
    Shell refused = Shell.mosskit("curate", input, "--out", out, "--tag-model", absent);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("模型.model").doesNotContain("\tat ");
    Path broken = Files.writeString(folder.resolve("broken.model"), "no model");
    Shell unread = Shell.mosskit("curate", input, "--out", out, "--tag-model", broken);
    assertThat(unread.code()).isEqualTo(3);
    assertThat(unread.err()).contains("broken.model").doesNotContain("\tat ");
  }

  @Test
  void allStagesFromOneCommand() throws Exception {
    Path items =
        Dialogues.writeLines(
            folder.resolve("items.jsonl"),
            List.of("{\"question\": \"没有人会这样提问，除非他在写一个测试用例\", \"answer\": \"对\"}"));
    Shell done =
        Shell.mosskit(
            "curate",
            input,
            "--out",
            out,
            "--scrub",
            "email,phone",
            "--evaluation",
            "own=" + items,
            "--contaminated",
            "mask",
            "--against",
            folder.resolve("known"),
            "--rule",
            "symbols=0.4",
            "--without",
            "digits",
            "--quality",
            "scores.ifd",
            "--json");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("\"set\":\"own\"", "\"policy\":\"mask\"", "\"scores.ifd\"");
    Shell again =
        Shell.mosskit(
            "curate", input, "--out", out.resolve("2"), "--against", folder.resolve("known"));
    assertThat(again.out()).contains(" 0 kept");
    Shell wrong = Shell.mosskit("curate", input, "--out", out, "--scrub", "shoe-size");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("--scrub: 'shoe-size' is none of", "email")
        .doesNotContain("--kinds");
  }

  @Test
  void aPathThatScrubSwallowsIsSaid() {
    Shell swallowed = Shell.mosskit("curate", "--out", out, "--scrub", input);
    assertThat(swallowed.code()).isEqualTo(2);
    Shell both = Shell.mosskit("curate", input, "--out", out, "--scrub", input);
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--scrub=email,phone, and paths before it");
    assertThat(Shell.mosskit("curate", "--out", out, "--scrub=email", input).code()).isZero();
  }

  @Test
  void aFolderInUseIsRefused() throws Exception {
    Files.createDirectories(out);
    try (FileChannel channel =
            FileChannel.open(
                out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      Shell refused = Shell.mosskit("curate", input, "--out", out);
      assertThat(refused.code()).isEqualTo(3);
      assertThat(refused.err()).contains("another run").doesNotContain("\tat ");
    }
    assertThat(Shell.mosskit("curate", input, "--out", out).code()).isZero();
  }

  @Test
  void whereNothingIsKeptNoOldDescriptionStays() throws Exception {
    assertThat(Shell.mosskit("curate", input, "--out", out).out()).contains("croissant.json");
    assertThat(out.resolve("croissant.json")).exists();
    assertThat(Files.readString(out.resolve("corpus.jsonl")))
        .contains("\"languages\":[{\"user\":\"zh\",\"reply\":\"");
    Shell none = Shell.mosskit("curate", input, "--out", out, "--rule", "too_short=10000");
    assertThat(none.out()).contains(" 0 kept");
    assertThat(none.out()).doesNotContain("croissant.json");
    assertThat(out.resolve("croissant.json")).doesNotExist();
  }

  @Test
  void anotherThresholdDecidesAgainFromTheDrafts() throws Exception {
    Shell first = Shell.mosskit("curate", input, "--out", out, "--keep-work");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(out.resolve("work")).isDirectory();
    Shell again = Shell.mosskit("curate", input, "--out", out, "--threshold", 0.95);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("read:");
    assertThat(out.resolve("work")).doesNotExist();
  }
}
