package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditsACorpusTest {

  @TempDir Path folder;

  private Path corpus;

  @BeforeEach
  void writeDialoguesGoodAndBad() throws Exception {
    corpus =
        Dialogues.writeLines(
            folder.resolve("mixed.jsonl"),
            List.of(
                Dialogues.line(Dialogues.tea("茶")),
                Dialogues.line(Dialogues.dozen("dozen")),
                Dialogues.line(sum("mendable", "2+2", "No calculation results.", "一共是 4。")),
                Dialogues.line(sum("invented", "=2+2", "'4'", "It is 17, 共十七。")),
                Dialogues.CUT_LINE));
  }

  private static Conversation sum(String id, String argument, String answer, String reply) {
    return Conversation.of(
        id,
        MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "2 加 2？",
                    "算。",
                    "Calculate(\"" + argument + "\")",
                    "\nCalculate(\"" + argument + "\") => " + answer + "\n",
                    reply))));
  }

  @Test
  void whatIsWrongIsShownAndCounted() throws Exception {
    Shell audit = Shell.mosskit("audit", corpus, "--json");
    assertThat(audit.code()).isEqualTo(1);
    assertThat(audit.number("dialogues")).isEqualTo(4);
    assertThat(audit.number("clean")).isEqualTo(2);
    assertThat(audit.number("unread")).isEqualTo(1);
    assertThat(audit.number("stages", "meaning", "findings", "number")).isEqualTo(3);
    assertThat(audit.number("calls", "Calculate", "failure_succeeds")).isEqualTo(1);
    assertThat(Shell.mosskit("audit", corpus).out())
        .contains("4 dialogues with 5 turns: 2 clean, 2 not; 1 records cannot be read")
        .contains("mixed.jsonl:5: not_json: ")
        .contains(
            "mixed.jsonl:4: invented turn 1: meaning: number: nothing supports the number \"17\"");
  }

  @Test
  void everyDialogueIsPutRightOrRejected() throws Exception {
    Path fixed = folder.resolve("fixed.jsonl");
    Path rejects = folder.resolve("rejects.jsonl");
    Shell audit = Shell.mosskit("audit", corpus, "--fix", fixed, "--rejects", rejects);
    assertThat(audit.out()).contains("Written: 3 to").contains("(1 of them put right), 2 to");
    assertThat(Dialogues.read(fixed)).hasSize(3);
    assertThat(Dialogues.read(rejects))
        .extracting(line -> line.string("reason"))
        .containsExactly("unsupported_statement", "not_json");
    assertThat(Shell.mosskit("audit", fixed).code()).isZero();
    assertThat(Shell.mosskit("validate", "--strict", fixed).code()).isZero();
  }

  @Test
  void theTableHasARowForEachCallAndFindingAndNoFormula() throws Exception {
    Path csv = folder.resolve("calls.csv");
    Path findings = folder.resolve("findings.jsonl");
    Shell.mosskit("audit", corpus, "--csv", csv, "--findings", findings);
    assertThat(Files.readAllLines(csv))
        .hasSize(1 + 3 + 5)
        .noneMatch(row -> row.contains(",=2"))
        .anyMatch(row -> row.contains(",'=2+2,"));
    assertThat(Dialogues.read(findings))
        .extracting(line -> line.string("id"))
        .containsExactly("mendable", "invented");
  }

  @Test
  void withoutReplayNoCallIsMadeAgain() throws Exception {
    Shell audit = Shell.mosskit("audit", corpus, "--no-replay", "--json");
    assertThat(audit.number("calls", "Calculate", "not_replayed")).isEqualTo(3);
    assertThat(audit.number("stages", "execution", "turns")).isZero();
    assertThat(audit.number("stages", "meaning", "findings", "number")).isEqualTo(3);
    assertThat(Shell.mosskit("audit", corpus, "--replay").out())
        .isEqualTo(Shell.mosskit("audit", corpus).out());
    Path fixed = folder.resolve("fixed.jsonl");
    Shell fix =
        Shell.mosskit("audit", corpus, "--no-replay", "--fix", fixed, "--rejects", fixed + "x");
    assertThat(fix.code()).isEqualTo(2);
    assertThat(fix.err()).contains("--no-replay");
  }

  @Test
  void fixAndRejectsGoTogetherAndNothingIsOverwritten() {
    assertThat(Shell.mosskit("audit", corpus, "--fix", folder.resolve("f.jsonl")).code())
        .isEqualTo(2);
    Shell same = Shell.mosskit("audit", corpus, "--csv", corpus);
    assertThat(same.code()).isEqualTo(2);
    assertThat(same.err()).contains("overwritten");
    Path one = folder.resolve("one.jsonl");
    Shell twice = Shell.mosskit("audit", corpus, "--fix", one, "--rejects", one);
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("a file of its own");
    assertThat(one).doesNotExist();
  }
}
