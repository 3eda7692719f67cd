package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Inputs on which a search that compares pairs would not come back.
class StaysLinearTest {
  private static final int MILLION = 1_000_000;
  private static final Matching NO_GUARD =
      new Matching(13, 8, 0, EnumSet.noneOf(Guard.class), List.of());

  private static EvaluationSets loops() {
    return EvaluationSets.of(
        List.of(
            Sets.of("zh", "啦".repeat(1_000), "天地".repeat(500)),
            Sets.of("en", "la ".repeat(1_000), "to and fro ".repeat(300))),
        NO_GUARD);
  }

  @Test
  void aMillionUnitsOfOneLoopAreOneStretch() {
    for (String loop : List.of("啦", "天地", "la ", "to and fro ")) {
      String reply = loop.repeat(MILLION / loop.length());
      List<Overlap> found = Sets.inReply(loops(), reply);
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().text()).isEqualTo(reply.strip());
    }
  }

  @Test
  void aTemplateOfThousandsOfItemsIsFollowedForNone() {
    String template = "请仔细阅读上面的短文，然后从下列四个选项中选出一个最恰当的答案。";
    String[] questions = new String[5_000];
    for (int i = 0; i < questions.length; i++) {
      questions[i] = template + "number " + i + " of the foxes";
    }
    EvaluationSets sets =
        EvaluationSets.of(List.of(Sets.of("templates", questions)), Matching.standard());
    assertThat(Sets.inReply(sets, template.repeat(MILLION / template.length()))).isEmpty();
  }

  @Test
  void textsWithoutUnitsOrWithBrokenCharactersAreSearched() {
    EvaluationSets sets = Sets.foxesAndPoem(Matching.standard());
    String broken = "\uD83D\u0000\u202E\uDC00 ";
    for (String text :
        List.of("", "\n".repeat(MILLION), broken.repeat(MILLION / 5), "a".repeat(MILLION))) {
      assertThat(Sets.inReply(sets, text + Sets.POEM + text + Sets.FOXES + text))
          .extracting(Overlap::text)
          .contains(Sets.POEM.substring(0, Sets.POEM.length() - 1));
    }
  }

  @Test
  void guardsMayAllBeOff() {
    assertThat(NO_GUARD.guards()).isEqualTo(Set.of());
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      questions.add("谁 who");
    }
    EvaluationSets sets =
        EvaluationSets.of(List.of(Sets.of("s", questions.toArray(String[]::new))), NO_GUARD);
    assertThat(Sets.inReply(sets, "那么，谁？Who!")).hasSize(20);
  }
}
