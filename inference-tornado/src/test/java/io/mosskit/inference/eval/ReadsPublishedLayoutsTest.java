package io.mosskit.inference.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsPublishedLayoutsTest {
  @TempDir private Path folder;

  private Item only(String name, String content) throws IOException {
    List<Item> items = ItemFile.read(Files.writeString(folder.resolve(name), content));
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"query\": \"茶 is?\", \"choices\": [\"石头\", \"a drink\"], \"gold\": 1}",
        "{\"question\": \"茶?\", \"choices\": [\"石头\", \"a drink\"], \"answer\": \"B\"}",
        "{\"question\": \"茶?\", \"choices\": {\"text\": [\"石头\", \"a drink\"], \"label\": [\"1\","
            + " \"2\"]}, \"answerKey\": \"2\"}",
        "{\"ctx\": \"茶\", \"endings\": [\"石头\", \"a drink\"], \"label\": \"1\"}",
        "{\"question\": \"茶?\", \"options\": {\"A\": \"石头\", \"B\": \"a drink\"}, \"answer\": \"B\"}",
        "{\"question\": \"茶?\", \"A\": \"石头\", \"B\": \"a drink\", \"answer\": \"B\"}",
        "{\"question\": \"茶?\", \"choices\": [\"石头\", \"a drink\"], \"answer\": \"a drink\"}"
      })
  void choiceFilesOfLmEvaluationHarness(String line) throws IOException {
    Item item = only("choice.jsonl", line + "\n");
    assertThat(item.choices()).containsExactly("石头", "a drink");
    assertThat(item.gold()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,question,A,B,C,D,answer,explanation\n0,茶是什么？,石头,饮料,鸟,书,B,\n",
        ",Question,A,B,C,D,Answer\n0,茶是什么？,石头,饮料,鸟,书,B\n",
        "茶是什么？,石头,饮料,鸟,书,B\n"
      })
  void tablesOfCEvalCmmluAndMmlu(String table) throws IOException {
    Item item = only("test.csv", "\uFEFF" + table);
    assertThat(item.choices()).containsExactly("石头", "饮料", "鸟", "书");
    assertThat(item.gold()).isEqualTo(1);
    assertThat(item.fields().string("question")).isEqualTo("茶是什么？");
  }

  @Test
  void freeAnswersMayBeSeveral() throws IOException {
    Item item =
        only(
            "free.jsonl",
            "{\"id\": \"x\", \"question\": \"首都?\", \"answers\": [\"北京\", \"Beijing\"]}");
    assertThat(item.id()).isEqualTo("x");
    assertThat(item.answers()).containsExactly("北京", "Beijing");
    assertThat(item.choices()).isEmpty();
  }

  @Test
  void whatIsWrongIsNamedByItsLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bad.jsonl"),
            "{\"question\": \"好?\", \"choices\": [\"a\", \"b\"], \"answer\": \"b\"}\n"
                + "{\"question\": \"?\", \"choices\": [\"a\", \"b\"], \"answer\": \"E\"}\n");
    assertThatThrownBy(() -> ItemFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("bad.jsonl", "line 2", "none of the 2 choices");
  }
}
