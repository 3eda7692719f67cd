package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Dialogues of six turns in all categories: what the user says and what the assistant replies.
class HoldsDialoguesTest {

  private static final int TURNS = 6;
  private static final Set<Intent> TOOL_TURNS = Set.of(Intent.DEEPEN, Intent.CLARIFY, Intent.THANK);
  private final Asking asking = new Asking(11);

  @ParameterizedTest
  @EnumSource(Category.class)
  void staysInTheLanguageSpokenComesToAnEndAndSaysNothingTwice(Category category) {
    for (Language first : List.of(Language.ZH, Language.EN)) {
      SplittableRandom random = new SplittableRandom(category.ordinal());
      for (int draw = 1; draw <= 4; draw++) {
        for (String prompt : asking.prompts(category, first, draw)) {
          hold(category, first, prompt, random);
        }
      }
    }
  }

  private void hold(Category category, Language first, String prompt, SplittableRandom random) {
    List<Message> said = new ArrayList<>(List.of(new Message(Role.USER, prompt)));
    List<String> replies = new ArrayList<>();
    Language language = first;
    for (int turn = 1; turn <= TURNS; turn++) {
      String reply = asking.reply(said);
      assertThat(reply).as("to %s", said.getLast()).satisfies(text -> isSound(text));
      assertThat(Language.of(reply)).as(reply).isEqualTo(language);
      assertThat(replies).doesNotContain(reply);
      replies.add(reply);
      said.add(new Message(Role.ASSISTANT, reply));

      List<Intent> intents = intents(category);
      Intent intent = intents.get(random.nextInt(intents.size()));
      language = intent == Intent.CHANGE_LANGUAGE ? other(language) : language;
      String user = asking.userTurn(category, language, intent, said);
      assertThat(Language.of(user)).as(intent + ": " + user).isEqualTo(language);
      assertThat(user).doesNotContain("{", "}");
      said.add(new Message(Role.USER, user));
    }
  }

  /// What users of these dialogues do; where plugins answer, some turns are of another kind.
  private static List<Intent> intents(Category category) {
    return Arrays.stream(Intent.values())
        .filter(intent -> !Category.PLUGIN.contains(category) || !TOOL_TURNS.contains(intent))
        .toList();
  }

  private static void isSound(String text) {
    assertThat(text.length()).isBetween(60, 1200);
    assertThat(text).matches("(?s).*[.!?。！？)）:”\"]");
    assertThat(text).doesNotContainPattern("\\{\\^?[a-z.]+[@}]").doesNotContain(" => ");
  }

  private static Language other(Language language) {
    return language == Language.ZH ? Language.EN : Language.ZH;
  }

  @ParameterizedTest
  @EnumSource(
      value = Intent.class,
      names = {"CHANGE_LANGUAGE"},
      mode = EnumSource.Mode.EXCLUDE)
  void theUserTakesUpWordsOfTheLastReply(Intent intent) {
    for (Category category : Category.values()) {
      if (!intents(category).contains(intent)) {
        continue;
      }
      for (Language language : List.of(Language.ZH, Language.EN)) {
        String prompt = asking.prompts(category, language, 9).getFirst();
        List<Message> said = new ArrayList<>(List.of(new Message(Role.USER, prompt)));
        said.add(new Message(Role.ASSISTANT, asking.reply(said)));
        String user = asking.userTurn(category, language, intent, said);
        assertThat(Quotes.taken(user, said.getLast().content()))
            .as("%s after %s", user, said.getLast())
            .isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whoChangesTheLanguageSpeaksTheOtherOneWhicheverIsNamed(Language named) {
    if (named != Language.ZH && named != Language.EN) {
      return;
    }
    for (Language spoken : List.of(Language.ZH, Language.EN)) {
      String prompt = asking.prompts(Category.SWITCHING, spoken, 1).getFirst();
      List<Message> said = new ArrayList<>(List.of(new Message(Role.USER, prompt)));
      said.add(new Message(Role.ASSISTANT, asking.reply(said)));
      String user = asking.userTurn(Category.SWITCHING, named, Intent.CHANGE_LANGUAGE, said);
      assertThat(Language.of(user)).as(user).isEqualTo(other(spoken));
    }
  }
}
