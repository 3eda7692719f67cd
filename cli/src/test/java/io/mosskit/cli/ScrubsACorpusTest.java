package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrubsACorpusTest {
  @TempDir Path folder;

  private Path input;

  private static Conversation dialogue(String id, String human, String reply) {
    return Conversation.of(id, MetaInstruction.plain(), List.of(Turn.plain(1, human, reply)));
  }

  @BeforeEach
  void write() throws IOException {
    input =
        Dialogues.write(
            folder.resolve("in").resolve("a.jsonl"),
            dialogue("li.wei@qq.com", "邮箱li.wei@qq.com，电话13910274638", "好的，li.wei@qq.com。"),
            dialogue("2", "Who is jane.roe@uni-bonn.de?", "No idea."),
            dialogue("3", "茶？", "Tea."));
    Files.writeString(
        input, Files.readString(input) + "{\"broken\": \"13910274638 jane.roe@uni-bonn.de\n");
  }

  @Test
  void everyRecordIsWrittenOrNamedAsUnreadable() throws Exception {
    Path out = folder.resolve("out.jsonl");
    Shell shell = Shell.mosskit("scrub", input, "--out", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.number("dialogues")).isEqualTo(3);
    assertThat(shell.number("unread")).isEqualTo(1);
    assertThat(shell.number("kinds", "email", "findings")).isEqualTo(3);
    assertThat(shell.number("kinds", "phone", "findings")).isEqualTo(1);
    assertThat(Dialogues.read(out)).hasSize(3);
    assertThat(Dialogues.read(out).getFirst().text())
        .contains("<|Human|>: 邮箱[EMAIL_1]，电话[PHONE_1]<eoh>", "<|MOSS|>: 好的，[EMAIL_1]。<eom>");
    assertThat(Shell.mosskit("validate", out, "--strict").code()).isZero();
  }

  @Test
  void noSecretIsInWhatIsSaidReportedOrRejected() throws Exception {
    Path out = folder.resolve("scrubbed");
    Path report = folder.resolve("findings.csv");
    Shell shell = Shell.mosskit("scrub", folder.resolve("in"), "--out", out, "--report", report);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.out() + shell.err()).doesNotContain("li.wei", "13910274638", "jane.roe");
    String rows = Files.readString(report);
    assertThat(rows).contains(",[EMAIL_1],email,1,Human,", ",[PHONE_1]");
    assertThat(rows.lines()).hasSize(5);
    try (Stream<Path> files = Files.list(out)) {
      List<Path> written = files.sorted().toList();
      assertThat(written)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("a.jsonl", "rejected.jsonl");
      assertThat(Files.readString(written.getLast()))
          .contains("\"line\":4")
          .doesNotContain("13910274638", "jane.roe");
    }
    assertThat(rows).doesNotContain("li.wei", "13910274638", "jane.roe");
  }

  @Test
  void aDryRunWritesNothingAndShowsMaskedExamples() throws Exception {
    Shell shell = Shell.mosskit("scrub", input, "--dry-run");
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out())
        .contains("l***@***.com", "j***@***.de", "13*** (11)")
        .doesNotContain("li.wei@", "13910274638", "jane.roe");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("in"));
    }
  }

  @Test
  void whatIsAllowedStaysAndOnlyTheKindsAskedForAreReplaced() throws Exception {
    Path allow = Files.writeString(folder.resolve("allow.txt"), "# help desk\n@qq.com\n");
    Path out = folder.resolve("out.jsonl");
    Shell shell = Shell.mosskit("scrub", input, "--out", out, "--kinds", "email", "--allow", allow);
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(Files.readString(out))
        .contains("邮箱li.wei@qq.com，电话13910274638", "Who is [EMAIL_1]?", "茶？");
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    assertThat(Shell.mosskit("scrub", input).err()).contains("say --out FILE|DIR or --dry-run");
    Shell kind = Shell.mosskit("scrub", input, "--dry-run", "--kinds", "emial");
    assertThat(kind.code()).isEqualTo(2);
    assertThat(kind.err()).contains("'emial' is none of private-key, api-key, email");
    Shell same = Shell.mosskit("scrub", input, "--out", input);
    assertThat(same.code()).isEqualTo(2);
    assertThat(same.err()).contains("would be overwritten");
    Path salt = Files.writeString(folder.resolve("salt"), "short");
    Shell guessed = Shell.mosskit("scrub", input, "--dry-run", "--salt", salt);
    assertThat(guessed.code()).isEqualTo(2);
    assertThat(guessed.err()).contains("can be guessed");
    Path twin = Files.createDirectories(folder.resolve("twin")).resolve("a.jsonl");
    Files.copy(input, twin);
    Shell clash = Shell.mosskit("scrub", input, twin, "--out", folder.resolve("both"));
    assertThat(clash.code()).isEqualTo(2);
    assertThat(clash.err()).contains("would both be written to");
  }
}
