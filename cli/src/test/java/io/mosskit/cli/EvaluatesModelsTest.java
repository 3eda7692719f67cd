package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatesModelsTest {
  @TempDir Path folder;
  private Path tasks;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(
        folder.resolve("tea.jsonl"),
        """
        {"question": "What is tea?", "choices": ["a drink", "a stone"], "gold": 0}
        {"question": "茶是什么？", "choices": ["石头", "饮料"], "gold": 1}
        """);
    Files.writeString(
        folder.resolve("ceval.csv"),
        "id,question,A,B,C,D,answer\n0,茶是什么？,石头,饮料,鸟,书,B\n1,What is snow?,ice,fire,wood,gold,A\n");
    tasks =
        Files.writeString(
            folder.resolve("choices.yaml"),
            """
            tasks:
              - name: tea
                file: tea.jsonl
                few-shot: 1
                few-shot-file: tea.jsonl
              - name: ceval
                file: ceval.csv
            """);
  }

  @Test
  void aLocalModelChoosesAndIsComparedWithItself() throws Exception {
    Path model = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", model).code()).isZero();
    Path out = folder.resolve("a");
    Shell run = Shell.mosskit("eval", "run", tasks, "--local", model, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("acc_norm", "ceval");
    assertThat(Files.readAllLines(out.resolve("items.jsonl"))).hasSize(4);
    assertThat(out.resolve("results.html")).content().contains("<td>acc</td>");
    Path other = folder.resolve("b");
    Shell.mosskit("eval", "run", tasks, "--local", model, "--out", other, "--name", "again");
    assertThat(other.resolve("items.jsonl")).hasSameBinaryContentAs(out.resolve("items.jsonl"));
    Path table = folder.resolve("comparison.html");
    Shell compared = Shell.mosskit("eval", "compare", out, other, "--out", table);
    assertThat(compared.code()).as(compared.err()).isZero();
    assertThat(compared.out()).contains("difference", "again", "1.0000");
    assertThat(table).content().contains("<h1>tiny against again</h1>");
  }

  @Test
  void aTeacherAnswersAndItsAnswersAreKept() throws Exception {
    Files.writeString(
        folder.resolve("free.jsonl"), "{\"question\": \"2 + 2 等于几？\", \"answer\": \"4\"}\n");
    Path free =
        Files.writeString(
            folder.resolve("free.yaml"),
            """
            tasks:
              - name: sums
                kind: numeric
                file: free.jsonl
              - name: graded
                kind: graded
                file: free.jsonl
                rubric: 请评分。
            """);
    Path out = folder.resolve("out");
    Shell run = Shell.mosskit("eval", "run", free, "--rehearsal", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("numeric", "grade");
    assertThat(out.resolve("journal/run.db")).exists();
  }

  @Test
  void aModelThatKnowsNoPluginsCallsNone() throws Exception {
    Path model = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", model).code()).isZero();
    Path plain = Dialogues.write(folder.resolve("plain.jsonl"), Dialogues.tea("茶"));
    Object[] words = {"--local", model, "--max-new-tokens", 4, "--out", folder.resolve("p")};
    Shell none = Shell.mosskit(with("eval", "plugins", plain, words));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no turn of these records calls a plugin");
    Path calls = Dialogues.write(folder.resolve("calls.jsonl"), Dialogues.dozen("dozen"));
    Shell driven = Shell.mosskit(with("eval", "plugins", calls, words));
    assertThat(driven.code()).as(driven.err()).isZero();
    assertThat(driven.out()).contains("plugins Calculate", "right_argument", "0.0000");
  }

  private static Object[] with(Object first, Object second, Object third, Object... rest) {
    return Stream.concat(Stream.of(first, second, third), Stream.of(rest)).toArray();
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    Shell talks = Shell.mosskit("eval", "run", tasks, "--rehearsal", "--out", folder.resolve("o"));
    assertThat(talks.code()).isEqualTo(2);
    assertThat(talks.err()).contains("which only a local model gives");
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "tasks:\n  - name: x\n    file: tea.jsonl\n    kind: maze\n");
    Shell kind = Shell.mosskit("eval", "run", wrong, "--rehearsal", "--out", folder.resolve("o"));
    assertThat(kind.code()).isEqualTo(2);
    assertThat(kind.err()).contains("wrong.yaml:4", "multiple_choice", "maze");
    assertThat(Shell.mosskit("eval", "compare", folder, folder).code()).isEqualTo(3);
    assertThat(Shell.mosskit("eval").code()).isEqualTo(2);
  }
}
