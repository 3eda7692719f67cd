package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.making.TinyModel;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizesJsonLinesTest {

  @TempDir Path folder;
  private Path texts;
  private Path ids;

  @BeforeEach
  void makeATokenizer() throws Exception {
    TinyModel.writeTokenizer(folder, List.of("绿茶绿茶", "tea tea tea"));
    texts = folder.resolve("texts.jsonl");
    ids = folder.resolve("ids.jsonl");
  }

  @Test
  void textsBecomeIdsAndTextsAgain() throws Exception {
    List<String> lines =
        List.of(
            "{\"id\":\"zh\",\"text\":\"绿茶，\\n    红茶 <eom>\"}",
            "{\"id\":\"en\",\"text\":\"tea\\t\\tand 😀\"}");
    Files.write(texts, lines);
    Shell there = Shell.mosskit("tokenize", "--model", folder, texts, "--out", ids);
    assertThat(there.code()).as(there.err()).isZero();
    Shell back = Shell.mosskit("tokenize", "--model", folder, "--decode", "--field", "again", ids);
    assertThat(back.code()).as(back.err()).isZero();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replaceAll(".*\"text\":|}$", "");
      assertThat(back.lines().get(i))
          .startsWith(lines.get(i).replace("}", "") + ",\"ids\":[")
          .endsWith("],\"again\":" + text + "}");
    }
  }

  @Test
  void stringsAndArraysFromStandardInput() {
    Shell there = withInput("\"tea\"\n\n\"绿茶\"\n", "tokenize", "--model", folder);
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.lines()).hasSize(2);
    assertThat(there.lines().getFirst()).startsWith("{\"text\":\"tea\",\"ids\":[");
    Shell back = withInput("[83,68,64]", "tokenize", "--model", folder, "--decode");
    assertThat(back.lines()).containsExactly("{\"ids\":[83,68,64],\"text\":\"tea\"}");
  }

  @Test
  void legacyLosesTheNewlineBeforeIndentation() throws Exception {
    Files.writeString(texts, "\"茶:\\n    tea\"");
    String kept = ids(Shell.mosskit("tokenize", "--model", folder, texts));
    String stripped = ids(Shell.mosskit("tokenize", "--model", folder, "--legacy", texts));
    assertThat(kept.split(",")).hasSize(stripped.split(",").length + 1);
  }

  @Test
  void controlTokensOnlyWhereAskedFor() throws Exception {
    Files.writeString(texts, "\"<eom>\"");
    assertThat(ids(Shell.mosskit("tokenize", "--model", folder, texts)).split(",")).hasSize(5);
    assertThat(
            ids(Shell.mosskit("tokenize", "--model", folder, "--control-tokens", texts)).split(","))
        .hasSize(1);
  }

  @Test
  void linesThatCannotBeDoneAreNamedAndTheOthersWritten() throws Exception {
    Files.write(texts, List.of("{\"t\":1}", "\"tea\"", "{\"text\""));
    Shell there = Shell.mosskit("tokenize", "--model", folder, texts);
    assertThat(there.code()).isEqualTo(1);
    assertThat(there.lines()).hasSize(1);
    assertThat(there.err())
        .contains(texts + ":1: no text in \"text\"; name its member with --field")
        .contains(texts + ":3: ")
        .contains("1 lines done, 2 rejected");

    Shell back =
        withInput("[1,-2]\n[99999]\n{\"ids\":7}\n[1\n", "tokenize", "--model", folder, "--decode");
    assertThat(back.code()).isEqualTo(1);
    assertThat(back.err())
        .contains("stdin:1: -2 among the ids is no id")
        .contains("stdin:2: the id 99999 is not in the vocabulary, whose ids are 0 to ")
        .contains("stdin:3: no array \"ids\"")
        .contains("stdin:4: no JSON: ");
  }

  @Test
  void aFolderWithoutATokenizerIsAFileError() {
    Shell there = Shell.mosskit("tokenize", "--model", folder.resolve("无"), texts);
    assertThat(there.code()).isEqualTo(3);
    assertThat(there.err()).contains("neither merges.txt nor merges.txt.gz is in this folder");
  }

  private static String ids(Shell shell) {
    return shell.out().replaceAll(".*\"ids\":|\\s", "");
  }

  private static Shell withInput(String input, Object... words) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return Shell.mosskit(words);
    } finally {
      System.setIn(before);
    }
  }
}
