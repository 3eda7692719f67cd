package io.mosskit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.io.Samples;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  @ParameterizedTest
  @EnumSource(Field.class)
  void aFieldsValueHoldsItsBody(Field field) {
    for (String body : List.of("None", "你好", " two  blanks ", "line\nbreak", "", "ends\n")) {
      String value = field.value(body);
      assertThat(field.body(value)).isEqualTo(body);
      assertThat(field.isWellFormed(value)).isTrue();
    }
    assertThat(field.isWellFormed("no markers")).isFalse();
    assertThat(field.body("no markers")).isEqualTo("no markers");
    assertThat(field.body(field.closing() + "\n")).isEmpty();
    assertThat(field.body(field.opening())).isEmpty();
  }

  @Test
  void aResultBlockFollowsItsMarkerAtOnce() {
    assertThat(Field.TOOL_RESPONSES.value("\nNone\n")).isEqualTo("<|Results|>:\nNone\n<eor>\n");
    assertThat(Field.TOOL_RESPONSES.value("None")).isEqualTo("<|Results|>: None<eor>\n");
  }

  @Test
  void aPlainTurnIsAsPublished() {
    Turn turn = Turn.plain(1, "你好", "你好！");
    assertThat(turn.values())
        .containsExactly(
            "<|Human|>: 你好<eoh>\n",
            "<|Inner Thoughts|>: None<eot>\n",
            "<|Commands|>: None<eoc>\n",
            "<|Results|>: None<eor>\n",
            "<|MOSS|>: 你好！<eom>\n");
    assertThat(turn.isNone(Field.COMMANDS)).isTrue();
    assertThat(turn.with(Field.MOSS, "<|MOSS|>: Hi<eom>\n").reply()).isEqualTo("Hi");
    assertThat(turn.numbered(3).number()).isEqualTo(3);
    assertThatThrownBy(() -> Turn.plain(0, "a", "b")).hasMessageContaining("from 1");
  }

  @Test
  void thePromptOfThePublishedConversations() {
    String text = MetaInstruction.plain().text();
    assertThat(text).hasSize(1025 + switchLines(text).length());
    assertThat(switchLines(text).lines())
        .containsExactly(
            "- Inner thoughts: disabled.",
            "- Web search: disabled.",
            "- Calculator: disabled.",
            "- Equation solver: disabled.",
            "- Text-to-image: disabled.",
            "- Image edition: disabled.",
            "- Text-to-speech: disabled.");
  }

  private static String switchLines(String text) {
    return text.substring(text.indexOf("- Inner thoughts"));
  }

  @Test
  void switchesAreReadInBothForms() {
    Set<Capability> enabled = Set.of(Capability.WEB_SEARCH, Capability.CALCULATOR);
    MetaInstruction seven = MetaInstruction.sevenLines(enabled);
    MetaInstruction six = MetaInstruction.sixLines(enabled);
    assertThat(seven.text()).contains("- Web search: enabled. API: Search(query)\n");
    for (MetaInstruction meta : List.of(seven, six)) {
      assertThat(MetaInstruction.parse(meta.text())).isEqualTo(meta);
      assertThat(meta.enabled()).isEqualTo(enabled);
    }
    assertThat(seven.switches()).hasSize(7);
    assertThat(six.switches()).hasSize(6);
  }

  @Test
  void theReleasedPromptWithItsTrailingBlankIsRead() throws IOException {
    String file = Files.readString(SharedFolder.resolve("golden/prompts/meta-file.txt"));
    MetaInstruction meta = MetaInstruction.parse(file);
    assertThat(meta.switches()).hasSize(6);
    assertThat(meta.enabled()).isEmpty();
    assertThat(meta.text()).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({
    "advice,BRAINSTORMING",
    "Brainstorming,BRAINSTORMING",
    "code,CODE",
    "Code,CODE",
    "awesome_en,COMPLEX_INSTRUCTION",
    "Complex Instruction,COMPLEX_INSTRUCTION",
    "rp,ROLE_PLAYING",
    "Role Playing,ROLE_PLAYING",
    "writing,WRITING",
    "harmless_zh,HARMLESS",
    "honest,HONEST",
    "Continue,CONTINUE",
    "switching,SWITCHING"
  })
  void publishedCategoryNames(String name, Category category) {
    assertThat(Category.named(name)).contains(category);
    assertThat(Category.of(Samples.chinese("1").withCategory(name))).contains(category);
  }

  @Test
  void pluginDialoguesAreToldByTheirSwitches() {
    Conversation calculator = Samples.calculator("1").withCategory("tool");
    assertThat(Category.of(calculator)).contains(Category.CALCULATOR);
    Conversation mix =
        Conversation.of(
            "2",
            MetaInstruction.sevenLines(Set.of(Capability.WEB_SEARCH, Capability.EQUATION_SOLVER)),
            Samples.english("2").turns());
    assertThat(Category.of(mix)).contains(Category.MIX);
    assertThat(Category.of(Samples.english("3"))).isEmpty();
    assertThat(Category.named("tool")).isEmpty();
  }

  @Test
  void membersBesideTheFormatKeepTheirPlace() {
    Conversation record =
        Samples.english("7").withCategory("code").beside("licence", Json.of("CC0"));
    assertThat(record.keys())
        .containsExactly(
            "conversation_id", "meta_instruction", "num_turns", "chat", "category", "licence");
    assertThat(record.withCategory("rp").keys()).isEqualTo(record.keys());
    assertThat(record.without("category").categoryText()).isNull();
    assertThat(record.without("absent")).isEqualTo(record);
    assertThatThrownBy(() -> record.beside("chat", new Json.Null())).hasMessageContaining("format");
  }

  @Test
  void whatTheToolkitAddsStandsUnderOneKey() {
    Conversation record = Samples.english("7");
    assertThat(record.recordId()).isEqualTo("7");
    Conversation named = record.withMosskit("id", Json.of("d-1"));
    assertThat(named.recordId()).isEqualTo("d-1");
    assertThat(named.idText()).isEqualTo("7");
    assertThat(named.keys()).endsWith("mosskit");
  }

  @Test
  void aRecordThatContradictsItselfIsABug() {
    Conversation record = Samples.english("7");
    assertThatThrownBy(
            () -> new Conversation(new Json.Null(), "", 1, record.turns(), record.keys(), Map.of()))
        .hasMessageContaining("number or a string");
    assertThatThrownBy(
            () -> new Conversation(Json.of(1), "", 1, record.turns(), List.of(), Map.of()))
        .hasMessageContaining("a name for each member");
  }
}
