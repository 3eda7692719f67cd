package io.mosskit.generator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.check.TurnChecks;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Kind;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsRequestsTest {

  @Test
  void asksForPromptsUnderHeaderLines() {
    Message message =
        Wording.in(Language.ZH)
            .expandPrompts(
                Category.ROLE_PLAYING, 5, 3, 2, List.of("你来当茶馆老板", "第一行\n第二行"), Brief.NONE);
    assertThat(message.role()).isEqualTo(Role.USER);
    assertThat(message.content())
        .startsWith(
            """
            Task: expand-prompts
            Category: role-playing
            Language: zh
            Number: 5
            Round: 3
            Draw: 2

            你来写\
            """)
        .contains("{\"prompts\": [")
        .endsWith("\n1. 你来当茶馆老板\n2. 第一行\n   第二行");
  }

  @Test
  void asksForUserTurnsUnderHeaderLines() {
    Message message =
        Wording.in(Language.EN)
            .userTurn(
                Category.CODE,
                "object",
                2,
                List.of(
                    new Message(Role.USER, "Sort {{this}} $1"),
                    new Message(Role.ASSISTANT, "Use {{dialogue}} \\1")));
    assertThat(message.content())
        .startsWith(
            """
            Task: user-turn
            Category: code
            Language: en
            Intent: object
            Turn: 2

            You are\
            """)
        .contains("{\"user\": ")
        .endsWith("\nUser: Sort {{this}} $1\n\nAssistant: Use {{dialogue}} \\1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ZH", "EN"})
  void hasWordsForEverything(Language language) {
    Wording wording = Wording.in(language);
    for (Category category : Quota.CATEGORIES) {
      String prompts =
          wording
              .expandPrompts(category, 5, 1, 1, List.of("Say hello.", "打个招呼。"), Brief.NONE)
              .content();
      assertThat(prompts).doesNotContain("{{").contains("Category: " + category.label());
      assertThat(Language.of(prompts.substring(prompts.indexOf("\n\n")))).isEqualTo(language);
      for (String intent :
          List.of(
              "clarify", "deepen", "object", "correct", "change-language", "continue", "thank")) {
        assertThat(wording.userTurn(category, intent, 2, List.of()).content()).doesNotContain("{{");
      }
    }
    String judge = wording.judge(Category.CODE, "kind", List.of()).content();
    assertThat(judge).doesNotContain("{{").contains("kind").contains("harmlessness");
    assertThat(wording.judge(Category.CODE, null, List.of()).content()).doesNotContain("{{");
    assertThat(wording.again("unreadable_judgement", "why").content()).contains("why");
    List<String> faults = new ArrayList<>(TurnChecks.faults());
    faults.addAll(List.of("refusal", "compliance", "overclaim"));
    for (String fault : faults) {
      Message again = wording.again(fault, "why");
      assertThat(again.role()).isEqualTo(Role.SYSTEM);
      assertThat(again.content()).doesNotContain("{{");
    }
  }

  @Test
  void namesThePlaceInTheTaxonomyInTheHeader() {
    Wording english = Wording.in(Language.EN);
    Taxon drugs = new Taxon(Kind.BENIGN_LOOK_ALIKE, Risk.DRUGS);
    assertThat(
            english
                .expandPrompts(
                    Category.HARMLESS,
                    5,
                    1,
                    2,
                    List.of("Mow the grass?"),
                    new Brief(drugs, null, List.of()))
                .content())
        .startsWith("Task: expand-prompts\nCategory: harmless\nLanguage: en\n")
        .contains("\nDraw: 2\nKind: benign-look-alike\nRisk: drugs\n\nYou write", "here drugs: ");
    Taxon correction = new Taxon(Kind.USER_CORRECTION, null);
    assertThat(english.userTurn(correction, "correct", false, 2, List.of()).content())
        .contains(
            "\nTurn: 2\nKind: user-correction\nRight: no\n\nYou are", "the person is mistaken");
    Message note = Wording.in(Language.ZH).reply(drugs, Grade.HELP);
    assertThat(note.role()).isEqualTo(Role.SYSTEM);
    assertThat(note.content())
        .startsWith("Task: reply\nKind: benign-look-alike\nRisk: drugs\nGrade: help\n\n下一条回复");
    assertThat(Leftovers.marker(note.content())).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ZH", "EN"})
  void hasWordsForEveryPlaceInTheTaxonomy(Language language) {
    Wording wording = Wording.in(language);
    for (Category category : List.of(Category.HARMLESS, Category.HONEST)) {
      for (Taxon taxon : Taxon.all(category)) {
        List<Message> messages = new ArrayList<>();
        messages.add(
            wording.expandPrompts(
                taxon.kind().category(),
                5,
                1,
                1,
                List.of("Say hello.", "打个招呼。"),
                new Brief(taxon, null, List.of())));
        messages.add(wording.userTurn(taxon, "object", null, 2, List.of()));
        taxon.grades().forEach(grade -> messages.add(wording.reply(taxon, grade)));
        for (Message message : messages) {
          String words = message.content();
          assertThat(words).doesNotContain("{{");
          assertThat(Language.of(words.substring(words.indexOf("\n\n")))).isEqualTo(language);
        }
      }
      Taxon unnamed = new Taxon(Kind.of(category).getFirst(), null);
      unnamed.grades().forEach(grade -> wording.reply(unnamed, grade));
    }
    Taxon correction = new Taxon(Kind.USER_CORRECTION, null);
    assertThat(wording.reply(correction, null).content()).contains("Grade: weigh");
    assertThat(wording.userTurn(correction, "correct", true, 2, List.of()).content())
        .contains("Right: yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"expand-prompts", "user-turn", "reply", "judge", "again", "taxonomy"})
  void hasTheSameSectionsAndVersionInBothLanguages(String name) {
    Template zh = Template.load(name, "zh");
    Template en = Template.load(name, "en");
    assertThat(zh.version()).isEqualTo(en.version());
    assertThat(zh.sections().keySet()).containsExactlyElementsOf(en.sections().keySet());
  }

  @Test
  void tellsRoomInWordsOrCharacters() {
    assertThat(Wording.in(Language.EN).room(200)).contains("about 120 words");
    assertThat(Wording.in(Language.ZH).room(200)).contains("180字");
  }

  @Test
  void namesWhatIsMissing() {
    Template template = Template.parse("t", "Version: 3\n=== a\nHello {{name}}\n");
    assertThat(template.version()).isEqualTo(3);
    assertThat(template.fill("a", Map.of("name", "{{name}}"))).isEqualTo("Hello {{name}}");
    assertThatThrownBy(() -> template.fill("a", Map.of())).hasMessageContaining("{{name}}");
    assertThatThrownBy(() -> template.section("b")).hasMessageContaining("no section b");
    assertThatThrownBy(() -> Template.parse("t", "Hello")).hasMessageContaining("Version: ");
    assertThatThrownBy(() -> Wording.in(Language.MIXED)).hasMessageContaining("mixed");
  }

  @Test
  void findsLeftovers() {
    assertThat(Leftovers.marker("好的<eom>")).contains("<eom>");
    assertThat(Leftovers.marker("<|im_start|>assistant")).contains("<|im_start|>");
    assertThat(Leftovers.marker("In Vue: {{ name }}, in C: a[name]")).isEmpty();
    assertThat(Leftovers.markerOrPlace("写一篇关于【插入主题】的文章")).contains("【插入主题】");
    assertThat(Leftovers.markerOrPlace("Write about [insert topic here]")).isPresent();
    assertThat(Leftovers.markerOrPlace("Explain a[i] in C，谢谢")).isEmpty();
  }
}
