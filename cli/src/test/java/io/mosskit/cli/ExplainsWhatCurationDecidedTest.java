package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainsWhatCurationDecidedTest {
  private static final String EN =
      "please explain step by step how the quick sort algorithm divides a long list of numbers";
  private static final String ZH = "请一步一步解释快速排序算法是怎样划分一长串数字的，并给出示例代码";

  @TempDir Path folder;

  private static Conversation dialogue(String id, String question) {
    return Conversation.of(
            id, MetaInstruction.plain(), List.of(Turn.plain(1, question, "It divides 它。")))
        .withMosskit("id", Json.of(id));
  }

  @BeforeEach
  void curate() throws Exception {
    Path input =
        Dialogues.write(
            folder.resolve("in.jsonl"),
            dialogue("en", EN + " again"),
            dialogue("zh", ZH + "，谢谢"),
            dialogue("en-2", EN),
            dialogue("zh-2", ZH),
            dialogue(
                "odd", "<script>alert(1)</script> \u001b[31m\u0000 half \ud83d 你好 end of it?!"),
            dialogue(
                "odd-2", "<script>alert(1)</script> \u001b[31m\u0000 half \ud83d 你好 end of it"));
    Shell curated =
        Shell.mosskit("curate", input, "--out", curated(), "--without", "broken_encoding");
    assertThat(curated.code()).isZero();
  }

  private Path curated() {
    return folder.resolve("curated");
  }

  private Shell explain(Object... words) {
    Object[] all = new Object[words.length + 3];
    all[0] = "explain";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--in";
    all[words.length + 2] = curated();
    return Shell.mosskit(all);
  }

  @Test
  void aDroppedRecordStandsBesideItsTwin() {
    Shell shell = explain("en-2");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("en-2: dropped, near_duplicate", "shingles' similarity 0.923", "[please explain")
        .contains("en-2 (dropped)", "| en (kept)")
        .containsPattern("0\\.70 +dropped +en +0\\.923 +<- this run")
        .containsPattern("0\\.95 +kept");
    assertThat(shell.lines()).allMatch(line -> Table.width(line) <= 120);
  }

  @Test
  void chineseStandsInColumnsOfEqualWidth() {
    Shell shell = explain("zh-2", "--width", "60");
    List<Integer> bars =
        shell.lines().stream()
            .filter(line -> line.contains(" | "))
            .map(line -> Table.width(line.substring(0, line.indexOf(" | "))))
            .toList();
    assertThat(bars).hasSizeGreaterThan(2).containsOnly(28);
    assertThat(shell.out().replace("\n", "")).contains("，谢谢");
  }

  @Test
  void aKeptRecordNamesWhatFellForIt() {
    assertThat(explain("zh").out())
        .contains("zh: kept", "dropped for zh: 1")
        .containsPattern("zh-2 +near_duplicate +0\\.");
  }

  @Test
  void nothingOfARecordReachesTheTerminalOrThePageAsItIs() throws Exception {
    Path page = folder.resolve("page.html");
    Shell shell = explain("odd-2", "--html", page);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("‹U+001B›[31m‹U+0000›", "‹U+D83D›")
        .doesNotContain("\u001b", "\u0000");
    assertThat(Files.readString(page))
        .contains("&lt;", "<mark>script", "‹U+001B›")
        .doesNotContain("<script", "\u001b", "http:");
  }

  @Test
  void programsReadJson() throws Exception {
    Json.Obj json = explain("en-2", "--json").json();
    assertThat(json.string("twin_id")).isEqualTo("en");
    assertThat(json.get("thresholds")).isInstanceOf(Json.Arr.class);
  }

  @Test
  void anUnknownIdNamesNearOnes() {
    Shell shell = explain("en-3");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.err()).contains("no record with the id en-3", "near it: en-2");
    assertThat(explain("没有这样的记录").err()).contains("--in");
    assertThat(explain("en", "--width", "3").code()).isEqualTo(2);
    assertThat(Shell.mosskit("explain", "en", "--in", folder).code()).isEqualTo(3);
  }
}
