package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsEvaluationSetsTest {

  @TempDir Path folder;

  private List<EvaluationItem> read(String name, String content, String... fields)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return EvaluationFiles.read("set", file, List.of(fields)).items();
  }

  private static EvaluationItem item(String id, String... texts) {
    return new EvaluationItem(id, List.of(texts));
  }

  @Test
  void questionsChoicesAndAnswersOfJsonLines() throws IOException {
    assertThat(
            read(
                "arc.jsonl",
                """
                {"id":"Q1","answerKey":"A","choices":{"text":["red","红"],"label":["A","B"]},"question":"Which fox?"}
                {"Question":"哪只狐狸？","answer":"红的那只","ID":7}
                {"task_id":"HumanEval/0","prompt":"def fox():","canonical_solution":"return 1"}
                """))
        .containsExactly(
            item("Q1", "Which fox?", "red", "红", "A", "B"),
            item("arc-2", "哪只狐狸？", "红的那只"),
            item("HumanEval/0", "def fox():", "return 1"));
  }

  @Test
  void samplesThatTheHarnessLogged() throws IOException {
    assertThat(
            read(
                "logged.json",
                "[{\"doc_id\":3,\"doc\":{\"question\":\"为什么？\",\"choices\":[\"是\",\"no\"]},\"target\":\"0\"}]"))
        .containsExactly(item("3", "为什么？", "是", "no"));
  }

  @Test
  void fieldsThatTheUserNames() throws IOException {
    assertThat(
            read(
                "own.jsonl",
                "{\"q\":{\"en\":\"Why?\",\"zh\":\"为何？\"},\"text\":\"other\",\"a.b\":\"dot\"}",
                "q.zh",
                "a.b"))
        .containsExactly(item("own-1", "为何？", "dot"));
  }

  @Test
  void tablesWithAHeaderAndWithout() throws IOException {
    assertThat(
            read(
                "ceval.csv",
                "\uFEFFid,question,A,B,C,D,answer\r\n0,\"狐狸，\n在哪？\",河边,山上,家,船,A\r\n\r\n1,谁？,我,你,他,她,B\r\n"))
        .containsExactly(
            item("0", "狐狸，\n在哪？", "河边", "山上", "家", "船", "A"),
            item("1", "谁？", "我", "你", "他", "她", "B"));
    assertThat(read("cmmlu.csv", ",Question,A,B,C,D,Answer\n0,谁？,我,你,他,她,B\n"))
        .containsExactly(item("cmmlu-2", "谁？", "我", "你", "他", "她", "B"));
    assertThat(read("mmlu.csv", "\"Which \"\"fox\"\"?\",red,grey,both,none,C\n"))
        .containsExactly(item("mmlu-1", "Which \"fox\"?", "red", "grey", "both", "none", "C"));
    assertThat(read("own.tsv", "frage\twer\n狐狸 \"在哪\n", "frage").getFirst().texts())
        .containsExactly("狐狸 \"在哪");
  }

  @Test
  void paragraphsOfText() throws IOException {
    assertThat(read("poems.txt", "\n床前明月光，\n疑是地上霜。\n \n\nThe fox\n"))
        .containsExactly(item("poems-2", "床前明月光，\n疑是地上霜。\n"), item("poems-6", "The fox\n"));
  }

  @Test
  void aFolderIsOneSetAndCompressedFilesAreRead() throws IOException {
    Path set = Files.createDirectories(folder.resolve("mmlu"));
    Files.writeString(set.resolve("b.csv"), "id,question\n0,谁？\n");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(set.resolve("a.csv.gz")))) {
      out.write("Who?,me,A\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.writeString(set.resolve("README.md"), "not read");
    assertThat(EvaluationFiles.read("m", set, List.of()).items())
        .containsExactly(item("a-1", "Who?", "me", "A"), item("b-0", "谁？"));
    assertThat(EvaluationFiles.nameOf(set)).isEqualTo("mmlu");
    assertThat(EvaluationFiles.nameOf(set.resolve("a.csv.gz"))).isEqualTo("a");
  }

  @Test
  void everyItemHasAnIdOfItsOwn() throws IOException {
    assertThat(read("own.jsonl", "{\"id\":7,\"question\":\"谁？\"}\n".repeat(3)))
        .extracting(EvaluationItem::id)
        .containsExactly("7", "7#2", "7#3");
    Path set = folder.resolve("cmmlu");
    for (String part : List.of("dev", "test")) {
      Path file = Files.createDirectories(set.resolve(part)).resolve("农学.csv");
      Files.writeString(file, "Question,A\n谁 in " + part + "？,我\n");
    }
    assertThat(EvaluationFiles.read("cmmlu", set, List.of()).items())
        .extracting(EvaluationItem::id)
        .containsExactly("dev/农学-2", "test/农学-2");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "broken.jsonl|{\"question\":\"谁？\"}%n{\"question|line 2: ",
        "other.jsonl|{\"headline\":\"谁？\"}|line 1: no text in [headline]; name the fields of an item with --fields",
        "open.csv|question,A%n\"谁？,我%n|line 2: expected a row of cells; close its quotes",
        "empty.txt|%n %n|holds no item of an evaluation set",
        "set.parquet|PAR1|expected an evaluation set as .jsonl",
      },
      delimiter = '|')
  void whatCannotBeReadIsNamedWithItsLine(String name, String content, String message) {
    assertThatThrownBy(() -> read(name, content.formatted()))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(message);
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Path file = folder.resolve("gb.txt");
    Files.write(file, "谁先过河？".getBytes(Charset.forName("GB18030")));
    assertThatThrownBy(() -> EvaluationFiles.read("gb", file, List.of()))
        .hasMessageContaining("UTF-8")
        .hasMessageContaining("convert");
  }

  @Test
  void anAbsentFileIsNamed() {
    assertThatThrownBy(() -> EvaluationFiles.read("x", folder.resolve("无.csv"), List.of()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("无.csv");
  }
}
