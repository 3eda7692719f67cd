package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.PluginPlan.Shares;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Category;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritesScriptsTest {

  private static Prompt prompt(String id, Category category, Language language) {
    return new Prompt(id, "你好 hello", category, language, null, null, Lineage.NONE);
  }

  private static Script script(Category category, Language language, int number, long runSeed) {
    return Script.of(
        prompt("p" + number, category, language), DialoguePlan.DEFAULT.turnsOf(category), runSeed);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void followFromTheSeedAndThePrompt(long seed) {
    for (Category category : Quota.CATEGORIES) {
      Script script = script(category, Language.ZH, 1, seed);
      assertThat(script(category, Language.ZH, 1, seed)).isEqualTo(script);
      assertThat(script.id()).matches("d-[0-9a-f]{16}");
      assertThat(script(category, Language.ZH, 1, seed + 10).id()).isNotEqualTo(script.id());
      assertThat(script(category, Language.ZH, 2, seed).id()).isNotEqualTo(script.id());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aSwitchingUserChangesTheLanguageOnce(long seed) {
    for (int number = 0; number < 50; number++) {
      for (Language language : Quota.LANGUAGES) {
        List<Script.Cue> cues = script(Category.SWITCHING, language, number, seed).cues();
        List<Language> languages = cues.stream().map(Script.Cue::language).toList();
        int change = cues.stream().map(Script.Cue::intent).toList().indexOf(Intent.CHANGE_LANGUAGE);
        assertThat(change).isNotNegative();
        assertThat(languages.subList(0, change)).allMatch(spoken -> spoken == language);
        assertThat(languages.subList(change, cues.size())).doesNotContain(language);
        assertThat(cues.stream().filter(cue -> cue.intent() == Intent.CHANGE_LANGUAGE)).hasSize(1);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void otherUsersKeepTheirLanguageAndThankOnlyAtTheEnd(long seed) {
    for (Category category : Quota.CATEGORIES) {
      if (category == Category.SWITCHING) {
        continue;
      }
      Map<Intent, Integer> seen = new EnumMap<>(Intent.class);
      for (int number = 0; number < 100; number++) {
        Script script = script(category, Language.EN, number, seed);
        assertThat(script.cues()).allMatch(cue -> cue.language() == Language.EN);
        for (int turn = 2; turn <= script.turns(); turn++) {
          Intent intent = script.cue(turn).intent();
          seen.merge(intent, 1, Integer::sum);
          assertThat(intent == Intent.THANK && turn < script.turns()).isFalse();
          assertThat(script.mayBeCut(turn - 1)).isEqualTo(intent == Intent.CONTINUE);
        }
        assertThat(script.mayBeCut(script.turns())).isFalse();
      }
      assertThat(seen).containsKey(Intent.THANK).doesNotContainKey(Intent.CHANGE_LANGUAGE);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void gradesFollowTheTaxonomyAndChangeNothingElse(long seed) {
    Map<Grade, Integer> seen = new EnumMap<>(Grade.class);
    for (int number = 0; number < 100; number++) {
      for (Language language : Quota.LANGUAGES) {
        Script plain = placed(number, Category.HARMLESS, "harmful-request", language, seed);
        Script graded = plain.graded(SafetyPlan.DEFAULT, seed);
        seen.merge(Objects.requireNonNull(graded.grade()), 1, Integer::sum);
        assertThat(graded.cues()).isEqualTo(plain.cues());
        assertThat(graded.grade(graded.turns())).isEqualTo(graded.grade());
      }
    }
    assertThat(seen).containsOnlyKeys(Grade.REFUSE, Grade.SAFE_COMPLETE, Grade.REDIRECT);
    assertThat(seen.get(Grade.REFUSE)).isBetween(70, 130);
    Script free = script(Category.HARMLESS, Language.ZH, 1, seed);
    assertThat(free.graded(SafetyPlan.DEFAULT, seed)).isEqualTo(free);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whoCorrectsIsRightOrWrongThroughTheWholeDialogue(long seed) {
    for (int number = 0; number < 50; number++) {
      Script script =
          placed(number, Category.HONEST, "user-correction", Language.ZH, seed)
              .graded(SafetyPlan.DEFAULT, seed);
      boolean right = script.grade() == Grade.ACCEPT_CORRECTION;
      assertThat(right || script.grade() == Grade.HOLD_POLITELY).isTrue();
      assertThat(script.grade(1)).isNull();
      assertThat(script.cue(2).intent()).isEqualTo(Intent.CORRECT);
      for (int turn = 2; turn <= script.turns(); turn++) {
        boolean corrects = script.cue(turn).intent() == Intent.CORRECT;
        assertThat(script.right(turn)).isEqualTo(corrects ? right : null);
        assertThat(script.grade(turn)).isEqualTo(corrects ? script.grade() : null);
      }
    }
    Prompt prompt =
        new Prompt("p", "不对", Category.HONEST, Language.ZH, "user-correction", null, Lineage.NONE);
    Script single = Script.of(prompt, TurnTable.fixed(1), seed);
    assertThat(single.graded(SafetyPlan.DEFAULT, seed).grade()).isNull();
  }

  private static Script placed(
      int number, Category category, String kind, Language language, long seed) {
    Prompt prompt =
        new Prompt("p" + number, "你好 hello", category, language, kind, null, Lineage.NONE);
    return Script.of(prompt, DialoguePlan.DEFAULT.turnsOf(category), seed);
  }

  @Test
  void aContinuingUserFirstAsksForTheRest() {
    for (int number = 0; number < 20; number++) {
      assertThat(script(Category.CONTINUE, Language.ZH, number, 5).cue(2).intent())
          .isEqualTo(Intent.CONTINUE);
    }
  }

  @Test
  void spellsCategoriesAsPublished() {
    Map<Category, String> spelled = new EnumMap<>(Category.class);
    for (Category category : Quota.CATEGORIES) {
      spelled.put(category, script(category, Language.ZH, 1, 1).publishedCategory());
    }
    assertThat(spelled)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Category.BRAINSTORMING, "advice",
                Category.CODE, "code",
                Category.COMPLEX_INSTRUCTION, "awesome_zh",
                Category.ROLE_PLAYING, "rp",
                Category.WRITING, "writing",
                Category.HARMLESS, "harmless_zh",
                Category.HONEST, "honest",
                Category.CONTINUE, "continue",
                Category.SWITCHING, "switching"));
    assertThat(script(Category.HARMLESS, Language.EN, 1, 1).publishedCategory())
        .isEqualTo("harmless_en");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void switchOnWhatADialogueIsAboutAndAShareOfTheRest(long seed) {
    PluginPlan plan = PluginPlan.DEFAULT.withShares(new Shares(0.3, 0, 0, 0.3, 0.3));
    int off = 0;
    int sixLines = 0;
    int others = 0;
    for (int number = 0; number < 200; number++) {
      Script script = script(Category.CALCULATOR, Language.ZH, number, seed).equipped(plan, seed);
      Tools tools = Objects.requireNonNull(script.tools());
      assertThat(script.equipped(plan, seed)).isEqualTo(script);
      assertThat(tools.on().contains(Capability.CALCULATOR)).isEqualTo(!tools.off());
      off += tools.off() ? 1 : 0;
      sixLines += tools.meta().switches().size() == 6 ? 1 : 0;
      others += tools.on().size() > (tools.off() ? 0 : 1) ? 1 : 0;
      assertThat(script.wantsPlugin(1)).isTrue();
      assertThat(script.wantsPlugin(2)).isEqualTo(script.cue(2).intent() == Intent.DEEPEN);
    }
    assertThat(List.of(off, sixLines, others)).allSatisfy(n -> assertThat(n).isBetween(35, 85));
    Script code = script(Category.CODE, Language.EN, 1, seed);
    assertThat(code.equipped(plan, seed)).isSameAs(code);
  }

  @Test
  void publishNoCategoryOfPicturesAndOneOfAllOtherTools() {
    assertThat(script(Category.MIX, Language.ZH, 1, 1).publishedCategory()).isEqualTo("tool");
    assertThat(script(Category.TEXT_TO_IMAGE, Language.EN, 1, 1).publishedCategory()).isNull();
  }
}
