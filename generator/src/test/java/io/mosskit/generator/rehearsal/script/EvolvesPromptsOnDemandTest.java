package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.EvolutionPlan.Operation;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Persona;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.text.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvolvesPromptsOnDemandTest {

  private final Asking asking = new Asking(1);

  private String evolved(Category category, Language language, Operation operation, String prompt)
      throws Exception {
    Message message = Wording.in(language).evolve(category, operation.label(), 1, prompt);
    Json.Obj answer = (Json.Obj) Json.parse(asking.answer(List.of(message)).content());
    return String.valueOf(answer.string("prompt"));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void addsToAPromptOrWritesAnother(Operation operation) throws Exception {
    for (Language language : List.of(Language.ZH, Language.EN)) {
      for (Category category : Quota.CATEGORIES) {
        if (operation.serves(category)) {
          for (String prompt : asking.prompts(category, language, 1)) {
            String evolved = evolved(category, language, operation, prompt);
            boolean depth = operation != Operation.BREADTH;
            assertThat(evolved.startsWith(prompt)).as(evolved).isEqualTo(depth);
            assertThat(evolved).doesNotContain("{", "}", "  ");
            assertThat(Language.of(evolved)).isEqualTo(language);
            int grown = Units.of(evolved).size() - Units.of(prompt).size();
            assertThat(grown).isLessThanOrEqualTo(depth ? 60 : 200);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ZH, 守灯塔的老人", "EN, a lighthouse keeper"})
  void sayWhatIsAskedForInThePersonasName(Language language, String who) throws Exception {
    Persona persona = new Persona("p", who, language, null);
    Set<String> prompts = new HashSet<>();
    for (int draw = 1; draw <= 10; draw++) {
      Brief brief = new Brief(null, persona, List.of("calendar"));
      Message message =
          Wording.in(language).expandPrompts(Category.CONTINUE, 5, 1, draw, List.of("例 x"), brief);
      Json.Obj answer = (Json.Obj) Json.parse(asking.answer(List.of(message)).content());
      for (Json prompt : ((Json.Arr) answer.get("prompts")).elements()) {
        prompts.add(((Json.Str) prompt).value());
      }
    }
    assertThat(prompts)
        .hasSizeGreaterThan(45)
        .allMatch(prompt -> prompt.matches("(?s).*(?:日|天|月|星期|days|month|weeks).*"))
        .anyMatch(prompt -> prompt.contains(who));
  }

  @ParameterizedTest
  @CsvSource({
    "Category, poetry, a label such as writing",
    "Language, fr, zh or en",
    "Operation, 改, 'one of [deepen, constrain, concretise, reasoning, breadth]'"
  })
  void aWrongHeaderIsNamed(String header, String value, String expected) {
    String good = Wording.in(Language.EN).evolve(Category.CODE, "deepen", 1, "Sort it").content();
    String bad = good.replaceFirst(header + ": .*", header + ": " + value);
    Script script = new Script(1, 0);
    assertThatThrownBy(() -> script.answer(List.of(new Message(Role.USER, bad)), bad, 1000))
        .isInstanceOf(Script.UnreadableTask.class)
        .hasMessage("the header " + header + " is \"" + value + "\"; expected " + expected);
  }
}
