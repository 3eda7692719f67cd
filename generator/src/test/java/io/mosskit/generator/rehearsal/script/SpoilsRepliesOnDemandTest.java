package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpoilsRepliesOnDemandTest {

  private static final int REQUESTS = 2000;
  private static final String ZH = "给办公室午休想三个点子。";
  private static final String EN = "Give me three ideas for short naps at work.";

  private static Map<Flaw, Integer> flaws(double share, String prompt) throws Exception {
    Script sound = new Script(1, 0);
    Script spoilt = new Script(1, share);
    Map<Flaw, Integer> counts = new EnumMap<>(Flaw.class);
    List<Message> said = List.of(new Message(Role.USER, prompt));
    for (int i = 0; i < REQUESTS; i++) {
      Answer right = sound.answer(said, "request " + i, 10_000);
      Answer given = spoilt.answer(said, "request " + i, 10_000);
      if (!given.equals(right)) {
        counts.merge(flaw(right, given), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static Flaw flaw(Answer right, Answer given) {
    if (given.cut()) {
      assertThat(right.content()).startsWith(given.content());
      return Flaw.CUT;
    }
    if (given.content().isEmpty()) {
      return Flaw.EMPTY;
    }
    if (Language.of(given.content()) != Language.of(right.content())) {
      return Flaw.WRONG_LANGUAGE;
    }
    if (given.content().startsWith(right.content())) {
      return Flaw.REPEATED;
    }
    if (given.content().length() < 60) {
      assertThat(given.content()).containsAnyOf("I can't help", "cannot assist", "不能", "无法");
      return Flaw.CONTRARY;
    }
    assertThat(given.content()).containsAnyOf("OpenAI", "Anthropic", "Google", "百度");
    assertThat(given.content()).endsWith(right.content());
    return Flaw.VENDOR;
  }

  @Test
  void everyFlawOccursAtItsShare() throws Exception {
    for (String prompt : List.of(ZH, EN)) {
      Map<Flaw, Integer> flaws = flaws(0.2, prompt);
      assertThat(flaws).containsOnlyKeys(Flaw.values());
      int all = flaws.values().stream().mapToInt(Integer::intValue).sum();
      assertThat(all).isBetween((int) (0.17 * REQUESTS), (int) (0.23 * REQUESTS));
      assertThat(flaws.values()).allMatch(count -> count > 0.02 * REQUESTS);
    }
  }

  @Test
  void nothingIsSpoiltUnasked() throws Exception {
    assertThat(flaws(0, ZH)).isEmpty();
  }

  @Test
  void laterInATalkTheLastReplyIsRepeated() throws Exception {
    List<Message> said =
        List.of(
            new Message(Role.USER, EN),
            new Message(Role.ASSISTANT, "Gladly! Sleep for twenty minutes."),
            new Message(Role.USER, "Please continue."));
    Script spoilt = new Script(1, 1);
    long repeated = 0;
    for (int i = 0; i < 200; i++) {
      Answer answer = spoilt.answer(said, "request " + i, 10_000);
      repeated += answer.content().equals("Gladly! Sleep for twenty minutes.") ? 1 : 0;
    }
    assertThat(repeated).isBetween(20L, 60L);
  }

  @Test
  void promptsAndUserTurnsAreNeverSpoilt() throws Exception {
    Message request = Asking.expansion(Category.CODE, Language.ZH, 1);
    for (int i = 0; i < 50; i++) {
      String answer = new Script(i, 1).answer(List.of(request), "x", 10_000).content();
      assertThat(answer).startsWith("{\"prompts\":[").endsWith("]}");
    }
  }
}
