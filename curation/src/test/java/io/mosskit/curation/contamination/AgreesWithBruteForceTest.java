package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The index against a comparison of all windows with all windows, on texts of so few words that
/// they share a lot by chance, with repetitions and templates.
class AgreesWithBruteForceTest {
  private static final int UNITS = 4;
  private static final List<String> ENGLISH =
      List.of("tea", "Tea", "green", "ＧＲＥＥＮ", "water", "is", "hot", "why", "the", "x1");
  private static final List<String> CHINESE =
      List.of("茶", "绿", "水", "热", "为", "什", "么", "是", "ＡＢＣ", "abc", "𠮷");
  private static final List<String> BETWEEN = List.of(" ", ", ", "\n", "——", " (", "。", "！ ");

  /// Made-up texts in one language.
  private record Texts(Random random, List<String> words) {
    String text(int units) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < units; i++) {
        text.append(words.get(random.nextInt(words.size())));
        text.append(BETWEEN.get(random.nextInt(BETWEEN.size())));
      }
      return text.toString();
    }

    EvaluationItem item(int number, String template) {
      List<String> texts = new ArrayList<>();
      texts.add(random.nextInt(3) == 0 ? template + text(3) : text(random.nextInt(14)));
      texts.add(random.nextInt(4) == 0 ? text(3).repeat(4) : text(random.nextInt(8)));
      return new EvaluationItem("i" + number, texts);
    }
  }

  static Stream<Arguments> corpora() {
    return Stream.of(ENGLISH, CHINESE)
        .flatMap(words -> IntStream.range(0, 25).mapToObj(seed -> Arguments.of(seed, words)));
  }

  @ParameterizedTest(name = "seed {0}, {1}")
  @MethodSource("corpora")
  void findsTheSameRuns(long seed, List<String> words) {
    Texts texts = new Texts(new Random(seed), words);
    String template = texts.text(5);
    List<EvaluationItem> items = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      items.add(texts.item(i, template));
    }
    Matching matching =
        new Matching(UNITS, UNITS, 0, Set.of(Guard.BOILERPLATE, Guard.SHORT), List.of());
    EvaluationSets sets = EvaluationSets.of(List.of(new EvaluationSet("set", items)), matching);
    BruteForce bruteForce = new BruteForce(items, UNITS, 10);
    int found = 0;
    for (int i = 0; i < 20; i++) {
      String text = texts.text(25) + template + texts.text(5);
      Set<String> runs = runs(sets, Dialogues.of("d", "?", text), text);
      assertThat(runs).isEqualTo(bruteForce.runs(text));
      found += runs.size();
    }
    assertThat(found).isPositive();
  }

  /// The overlaps as runs of units, counted back from their places in the text.
  private static Set<String> runs(EvaluationSets sets, Conversation dialogue, String text) {
    Set<String> runs = new HashSet<>();
    for (Overlap overlap : sets.overlaps(dialogue)) {
      assertThat(overlap.field()).isEqualTo(Field.MOSS);
      assertThat(overlap.text()).isEqualTo(text.substring(overlap.start(), overlap.end()));
      int from = Units.of(text.substring(0, overlap.start())).size();
      int to = from + Units.of(overlap.text()).size();
      assertThat(to - from).isEqualTo(overlap.units());
      runs.add(overlap.item() + " " + from + " " + to);
    }
    return runs;
  }

  @Test
  void aRunOfSharedWindowsThatNoItemOwnsIsNoRun() {
    List<EvaluationItem> items = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      items.add(new EvaluationItem("i" + i, List.of("why is the green tea hot number" + i)));
    }
    assertThat(new BruteForce(items, 4, 10).runs("why is the green tea hot")).isEmpty();
    assertThat(new BruteForce(items, 4, 11).runs("why is the green tea hot")).hasSize(11);
  }
}
