package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersAreAFunctionOfTheRequestTest {

  /// Requests of every kind in both languages.
  private static List<List<Message>> requests() {
    Asking asking = new Asking(5);
    List<List<Message>> requests = new ArrayList<>();
    for (Category category : Category.values()) {
      for (Language language : List.of(Language.ZH, Language.EN)) {
        requests.add(List.of(Asking.expansion(category, language, 1)));
        String prompt = asking.prompts(category, language, 2).getFirst();
        List<Message> said = new ArrayList<>(List.of(new Message(Role.USER, prompt)));
        requests.add(List.copyOf(said));
        said.add(new Message(Role.ASSISTANT, asking.reply(said)));
        for (Intent intent : Intent.values()) {
          requests.add(List.of(Asking.turn(category, language, intent, said)));
        }
      }
    }
    return requests;
  }

  private static Map<List<Message>, Answer> answers(long seed, List<List<Message>> requests) {
    Asking asking = new Asking(seed);
    Map<List<Message>, Answer> answers = new LinkedHashMap<>();
    requests.forEach(request -> answers.put(request, asking.answer(request)));
    return answers;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 42})
  void neitherOrderNorInstanceChangesAnything(long seed) {
    List<List<Message>> requests = requests();
    List<List<Message>> shuffled = new ArrayList<>(requests);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(answers(seed, shuffled)).isEqualTo(answers(seed, requests));
  }

  @Test
  void companyChangesNothing() throws Exception {
    List<List<Message>> requests = requests();
    Map<List<Message>, Answer> alone = answers(3, requests);
    Asking shared = new Asking(3);
    List<Callable<Answer>> tasks = new ArrayList<>();
    requests.forEach(request -> tasks.add(() -> shared.answer(request)));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> answers = threads.invokeAll(tasks);
      for (int i = 0; i < requests.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(alone.get(requests.get(i)));
      }
    }
  }

  @Test
  void anotherSeedOrAnotherDrawSaysSomethingElse() {
    Asking one = new Asking(1);
    assertThat(one.prompts(Category.WRITING, Language.ZH, 1))
        .isNotEqualTo(new Asking(2).prompts(Category.WRITING, Language.ZH, 1))
        .isNotEqualTo(one.prompts(Category.WRITING, Language.ZH, 2));
  }
}
