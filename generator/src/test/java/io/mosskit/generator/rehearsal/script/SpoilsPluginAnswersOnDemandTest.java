package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Round;
import io.mosskit.plugins.grounding.Evidence;
import io.mosskit.plugins.grounding.Grounding;
import io.mosskit.plugins.grounding.Unsupported;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoilsPluginAnswersOnDemandTest {

  private static final int REQUESTS = 1500;
  private static final Set<String> KNOWN = Set.of("Search", "Calculate", "Solve", "Text2Image");

  @ParameterizedTest
  @CsvSource({"ZH, 47乘以13再减去102，等于几？", "EN, What is 47 times 13 minus 102?"})
  void everyFlawOfCallsOccursAtItsShare(Language language, String prompt) {
    ToolAsking sound = new ToolAsking(new Script(1, 0));
    ToolAsking spoilt = new ToolAsking(new Script(1, 0.2));
    Map<CallFlaw, Integer> counts = new EnumMap<>(CallFlaw.class);
    for (int i = 0; i < REQUESTS; i++) {
      String request =
          ToolAsking.callsRequest(Category.CALCULATOR, language, "call", prompt) + " ".repeat(i);
      Answer right = sound.answer(request);
      Answer given = spoilt.answer(request);
      if (!given.equals(right)) {
        counts.merge(flaw(given), 1, Integer::sum);
      }
    }
    assertThat(counts).containsOnlyKeys(CallFlaw.values());
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
        .isBetween((int) (0.16 * REQUESTS), (int) (0.24 * REQUESTS));
  }

  private static CallFlaw flaw(Answer given) {
    Json.Obj answer;
    try {
      answer = (Json.Obj) Json.parse(given.content());
    } catch (JsonException e) {
      assertThat(given.cut()).isTrue();
      return CallFlaw.NOT_JSON;
    }
    Json.Obj call = (Json.Obj) ((Json.Arr) answer.get("calls")).elements().getFirst();
    String plugin = String.valueOf(call.string("plugin"));
    String argument = String.valueOf(call.string("argument"));
    if (String.valueOf(answer.string("thoughts")).contains("<eot>")) {
      return CallFlaw.CONTROL_TOKEN;
    }
    if (!KNOWN.contains(plugin)) {
      return CallFlaw.UNKNOWN_PLUGIN;
    }
    if (!plugin.equals("Calculate")) {
      return CallFlaw.WRONG_TOOL;
    }
    if (argument.contains("\"")) {
      return CallFlaw.QUOTE;
    }
    assertThat(argument).isNotEqualTo("47*13-102");
    return argument.contains("\n") ? CallFlaw.LINE_BREAK : CallFlaw.ALTERED_ARGUMENT;
  }

  @Test
  void wherePluginsAreNotNeededAWrongOneIsCalled() {
    ToolAsking spoilt = new ToolAsking(new Script(1, 1));
    int called = 0;
    for (int i = 0; i < 60; i++) {
      String request =
          ToolAsking.callsRequest(Category.CALCULATOR, Language.ZH, "none", "你喜欢心算吗？")
              + " ".repeat(i);
      called += spoilt.answer(request).content().contains("\"Calculate\"") ? 1 : 0;
    }
    assertThat(called).isBetween(8, 35);
  }

  @ParameterizedTest
  @CsvSource({"ZH, 47乘以13再减去102，等于几？", "EN, What is 47 times 13 minus 102?"})
  void everyFlawOfAnsweredRepliesIsFoundByGroundingOrAsAMarker(Language language, String prompt) {
    PluginCall call = new PluginCall("Calculate", "47*13-102");
    spoiltReplies(language, prompt, ToolAsking.execute(List.of(call)), "answered");
  }

  @ParameterizedTest
  @CsvSource({"ZH, 47除以0等于多少？", "EN, What is 47 divided by 0?"})
  void aNumberIsStatedAlthoughTheCallFailed(Language language, String prompt) {
    PluginCall call = new PluginCall("Calculate", "47/0");
    spoiltReplies(language, prompt, ToolAsking.execute(List.of(call)), "failed");
  }

  private static void spoiltReplies(
      Language language, String prompt, Round round, String standing) {
    ToolAsking spoilt = new ToolAsking(new Script(1, 1));
    Evidence evidence = new Evidence(List.of(prompt), round.results());
    int numbers = 0;
    int citations = 0;
    int sources = 0;
    int markers = 0;
    for (int i = 0; i < 200; i++) {
      String request =
          ToolAsking.replyRequest(Category.CALCULATOR, language, standing, round, prompt)
              + "\n".repeat(i);
      String reply = spoilt.answer(request).content();
      List<Unsupported> found = Grounding.check(evidence, reply);
      assertThat(!found.isEmpty() || reply.contains("<eom>")).as(reply).isTrue();
      markers += reply.contains("<eom>") ? 1 : 0;
      numbers += found.stream().anyMatch(Unsupported.Numeral.class::isInstance) ? 1 : 0;
      citations += found.stream().anyMatch(Unsupported.Citation.class::isInstance) ? 1 : 0;
      sources += found.stream().anyMatch(Unsupported.Source.class::isInstance) ? 1 : 0;
    }
    assertThat(List.of(numbers, citations, sources, markers)).allMatch(count -> count > 20);
  }
}
