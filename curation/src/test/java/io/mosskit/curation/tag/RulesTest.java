package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.labels.LabelOrigin;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final String HEADER = "facet,value,field,query,confidence\n";

  @TempDir private Path folder;

  private Rules rules(String rows) throws IOException {
    return Rules.read(Files.writeString(folder.resolve("rules.csv"), HEADER + rows));
  }

  @Test
  void aQueryTagsWhatItFindsInItsFieldInBothLanguages() throws IOException {
    String rows =
        """
        # 诗 and poems
        topic,诗,first,"写一首诗 OR ""a poem\""",0.8
        topic,sea,user,"海 OR sea",0.9
        tone,sorry,reply,sorry,0.5
        """;
    try (Rules rules = rules(rows)) {
      assertThat(rules.tags(Dialogues.of("1", "请写一首诗", "好", "写海", "海啊")))
          .containsExactly(
              new Tag("topic", "sea", LabelOrigin.RULE, 0.9),
              new Tag("topic", "诗", LabelOrigin.RULE, 0.8));
      assertThat(rules.tags(Dialogues.of("2", "Write A POEM", "Sorry!")))
          .extracting(Tag::value)
          .containsExactly("诗", "sorry");
      assertThat(rules.tags(Dialogues.of("3", "首诗写一", "a sorry poem")))
          .extracting(Tag::value)
          .containsExactly("sorry");
      assertThat(rules.tags(Dialogues.of("4"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task,code,first,代码 OR code,0.9\ntask,others,first,,0.2\n",
        "task,others,first,,0.2\ntask,code,first,代码 OR code,0.9\n"
      })
  void aRowWithoutAQueryIsForWhatNoOtherRuleFindsWhereverItStands(String rows) throws IOException {
    try (Rules rules = rules(rows)) {
      assertThat(rules.tags(Dialogues.of("1", "这段代码", "好")))
          .extracting(Tag::value)
          .containsExactly("code");
      assertThat(rules.tags(Dialogues.of("2", "hello", "hi")))
          .extracting(Tag::value)
          .containsExactly("others");
    }
  }

  @Test
  void bytesThatAreNotUtf8AreNamedAsSuch() throws IOException {
    String rows = HEADER + "topic,诗,first,写一首诗,0.8\n";
    Path file = Files.write(folder.resolve("gb.csv"), rows.getBytes(Charset.forName("GB18030")));
    assertThatThrownBy(() -> Rules.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gb.csv: expected UTF-8, found other bytes; save it as UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "task,code,first,\"(code OR\",0.9|expected a query in Lucene's classic syntax, found (code OR",
        "task,code,title,code,0.9|expected the field first, user or reply, found title",
        "task,code,first,code,1.5|expected a confidence from 0 to 1, found 1.5",
        "task,code,first,code,高|expected a confidence from 0 to 1, found 高",
        "task,,first,code,0.9|expected a facet and a value",
        "task,code,first,a, b,0.9|expected 5 cells, found 6",
        "task,code,first|expected 5 cells, found 3",
      })
  void aRowThatIsNoRuleIsNamed(String row, String message) {
    assertThatThrownBy(() -> rules("task,诗,first,诗,0.9\n" + row + "\n"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rules.csv:3: " + message);
  }

  @Test
  void aFileWithoutHeaderOrRulesSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), "a,b\n");
    assertThatThrownBy(() -> Rules.read(file))
        .hasMessageContaining("bad.csv:1: expected the header");
    assertThatThrownBy(() -> rules("")).hasMessageContaining("no rules");
  }

  @ParameterizedTest
  @CsvSource({
    "用Python写一个脚本, coding",
    "Solve the equation 3x = 9, math",
    "我希望你扮演一位侦探, role-playing",
    "Translate this into English, editing",
    "写一首关于雪的诗, creative-writing",
    "给我几个点子, brainstorming",
    "为什么天空是蓝色的, reasoning",
    "When was the lighthouse built, information-seeking",
    "Make me a study plan, planning",
    "唔, others",
  })
  void ourOwnRulesTellKindsOfTask(String prompt, String task) {
    try (Rules rules = Rules.shipped()) {
      assertThat(rules.tags(Dialogues.of("1", prompt, "…")).getFirst())
          .satisfies(tag -> assertThat(tag.facet()).isEqualTo(Tag.TASK))
          .satisfies(tag -> assertThat(tag.value()).isEqualTo(task));
    }
  }

  @Test
  void ourOwnRulesTellSafetyTopics() {
    try (Rules rules = Rules.shipped()) {
      assertThat(safety(rules, "怎么伪造发票")).containsExactly("fraud-and-scams");
      assertThat(safety(rules, "I don't want to live anymore")).containsExactly("self-harm");
      assertThat(safety(rules, "今天天气不错")).isEmpty();
    }
  }

  private static List<String> safety(Rules rules, String prompt) {
    return rules.tags(Dialogues.of("1", prompt, "…")).stream()
        .filter(tag -> tag.facet().equals(Tag.SAFETY))
        .map(Tag::value)
        .toList();
  }
}
