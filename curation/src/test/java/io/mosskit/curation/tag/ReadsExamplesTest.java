package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.labels.Cell;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsExamplesTest {

  @TempDir private Path folder;

  private Examples read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Examples.read(List.of(file), TextChoice.DIALOGUE);
  }

  @Test
  void seedsTablesAndDialoguesAreRead() throws IOException {
    Files.writeString(
        folder.resolve("seeds.jsonl"), "{\"user_prompt\":\"写首诗\",\"category\":\"Writing\"}\n");
    String declared = MossJson.line(Dialogues.of("1", "代码", "好").withCategory("code"));
    String none = MossJson.line(Dialogues.of("2", "hello", "hi"));
    String said =
        MossJson.line(
            Labels.apply(
                Dialogues.of("3", "Hi", "Ho").withCategory("code"),
                new Label("3", "honest", null, LabelOrigin.HUMAN, null, null, null)));
    Files.writeString(folder.resolve("x.jsonl"), declared + "\n" + none + "\n" + said + "\n");
    Examples examples = Examples.read(List.of(folder), TextChoice.DIALOGUE);
    assertThat(examples.examples())
        .containsExactly(
            new Example(new Words("代码", "代码\n好"), "code"),
            new Example(new Words("Hi", "Hi\nHo"), "honest"),
            new Example(Words.of("写首诗"), "writing"));
    assertThat(examples.passedOver()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=SUM(A1)", "+1", "-好", "@x", "'=x", "a \"quoted\", cell", "两行\n字"})
  void aCellThatASpreadsheetWouldRunComesBack(String text) throws IOException {
    String cell = "\"" + Cell.of(text).replace("\"", "\"\"") + "\"";
    assertThat(read("t.csv", "\uFEFFlabel,text\r\n诗," + cell + "\r\n").examples())
        .containsExactly(new Example(Words.of(text), "诗"));
  }

  @Test
  void whatCannotBeReadNamesFileAndLine() {
    assertThatThrownBy(() -> read("a.csv", "text,category\nx,y\n"))
        .hasMessageContaining("a.csv:1: expected a header with the columns text and label");
    assertThatThrownBy(() -> read("b.csv", "text,label\nx,y\n只有\n"))
        .hasMessageContaining("b.csv:3: expected a text and a label");
    assertThatThrownBy(() -> read("c.csv", "text,label\n\"x\"y,z\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("c.csv");
    assertThatThrownBy(() -> read("d.jsonl", "{\"user_prompt\":\"x\"}\n"))
        .hasMessageContaining("d.jsonl:1: expected {\"user_prompt\"");
    assertThatThrownBy(() -> read("e.jsonl", "{\"messages\":[]}\n"))
        .hasMessageContaining("found messages");
    assertThatThrownBy(() -> read("f.csv", "text,label\n")).hasMessageContaining("no labelled");
  }
}
