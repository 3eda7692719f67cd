package io.mosskit.generator.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualsBruteForceTest {

  private static final double[] THRESHOLDS = {0, 0.3, 0.5, 0.6, 2.0 / 3, 0.7, 0.8, 1};
  private static final int[] UNINDEXED = {0, 1, 3, 128};

  @ParameterizedTest(name = "pools from seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void agreesOnAThousandGrowingPools(long seed) {
    for (int pool = 0; pool < 1000; pool++) {
      growOnePool(new Random(1000 * seed + pool), 12, "pool " + pool);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesOnAPoolThatIsIndexedAgainAndAgain(long seed) {
    growOnePool(new Random(seed), 400, "pool");
  }

  private static void growOnePool(Random random, int prompts, String name) {
    double threshold = THRESHOLDS[random.nextInt(THRESHOLDS.length)];
    double floor = random.nextBoolean() ? 0 : threshold * random.nextInt(3) / 2;
    NoveltyGate gate =
        new NoveltyGate(threshold, floor, UNINDEXED[random.nextInt(UNINDEXED.length)]);
    BruteForce twin = new BruteForce();
    RandomTexts texts = new RandomTexts(random);
    for (int i = 0; i < prompts; i++) {
      String text = texts.next();
      Novelty decision = gate.judge(text);
      assertThat(decision)
          .as("%s, prompt %d, threshold %s, floor %s: %s", name, i, threshold, floor, text)
          .isEqualTo(twin.judge(text, threshold, floor));
      if (decision.isNew() || random.nextInt(3) == 0) {
        gate.add("t" + i, text);
        twin.add("t" + i, text);
      }
    }
  }

  @Test
  void agreesOnTextsOfThousandsOfUnits() {
    Random random = new Random(5);
    NoveltyGate gate = new NoveltyGate(0.7, 0, 0);
    BruteForce twin = new BruteForce();
    for (int i = 0; i < 12; i++) {
      String unit = i % 2 == 0 ? "山 " : "river ";
      String text =
          unit.repeat(1 + random.nextInt(2500)) + "v" + random.nextInt(3) + " 花".repeat(i);
      assertThat(gate.judge(text)).as("text %d", i).isEqualTo(twin.judge(text, 0.7, 0));
      gate.add("t" + i, text);
      twin.add("t" + i, text);
    }
  }

  @ParameterizedTest(name = "floor {0}")
  @ValueSource(doubles = {0, 0.5, 0.7})
  void agreesOnLengthsAroundThoseThatAPostingCanTell(double floor) {
    Random random = new Random(6);
    NoveltyGate gate = new NoveltyGate(0.7, floor, 0);
    BruteForce twin = new BruteForce();
    int[] lengths = {253, 254, 255, 256, 300, 3, 255, 20, 600, 17_000, 254, 400, 255};
    for (int i = 0; i < lengths.length; i++) {
      String text = "river 山 ".repeat(lengths[i] / 2 - random.nextInt(2)) + "river v" + i % 4;
      assertThat(gate.judge(text)).as("text %d", i).isEqualTo(twin.judge(text, 0.7, floor));
      if (lengths[i] < 1000) {
        gate.add("t" + i, text);
        twin.add("t" + i, text);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33, 34})
  void agreesWhereManyUnitsShareTheirBits(long seed) {
    Random random = new Random(seed);
    double floor = List.of(0.0, 0.3, 0.5, 0.7).get((int) (seed % 4));
    NoveltyGate gate = new NoveltyGate(0.7, floor, 16);
    BruteForce twin = new BruteForce();
    List<List<String>> texts = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      List<String> units = new ArrayList<>();
      if (i > 0 && random.nextInt(3) > 0) {
        units.addAll(texts.get(random.nextInt(i)));
      }
      int fresh = units.isEmpty() ? 8 + random.nextInt(30) : random.nextInt(units.size());
      for (int j = 0; j < fresh; j++) {
        int number = (int) (9000 * Math.pow(random.nextDouble(), 3));
        String unit = random.nextBoolean() ? "w" + number : "" + (char) ('一' + number);
        if (j < units.size()) {
          units.set(random.nextInt(units.size()), unit);
        } else {
          units.add(unit);
        }
      }
      texts.add(units);
      String text = String.join(" ", units);
      assertThat(gate.judge(text))
          .as("text %d, floor %s", i, floor)
          .isEqualTo(twin.judge(text, 0.7, floor));
      gate.add("t" + i, text);
      twin.add("t" + i, text);
    }
  }

  @ParameterizedTest(name = "floor {0}")
  @ValueSource(doubles = {0, 0.5, 0.7})
  void agreesOnListsThatArePassedOverByTheBlock(double floor) {
    Random random = new Random(35);
    NoveltyGate gate = new NoveltyGate(0.7, floor, 0);
    BruteForce twin = new BruteForce();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String text = ofFewUnits(random);
      texts.add(text);
      gate.add("t" + i, text);
      twin.add("t" + i, text);
    }
    for (int i = 0; i < 150; i++) {
      String other = texts.get(random.nextInt(texts.size()));
      String text = i % 3 == 0 ? ofFewUnits(random) : other.substring(other.indexOf(' ') + 1);
      assertThat(gate.judge(text)).as("text %d", i).isEqualTo(twin.judge(text, 0.7, floor));
    }
  }

  /// A text of one of few lengths, over few enough units that each is in hundreds of texts.
  private static String ofFewUnits(Random random) {
    return IntStream.range(0, 8 + random.nextInt(6))
        .map(_ -> (int) (150 * Math.pow(random.nextDouble(), 2)))
        .mapToObj(number -> number % 2 == 0 ? "w" + number : "" + (char) ('一' + number))
        .collect(Collectors.joining(" "));
  }

  @Test
  void judgesOfSeveralThreadsDecideAsTheGateDoes() {
    RandomTexts texts = new RandomTexts(new Random(7));
    NoveltyGate gate = new NoveltyGate(0.7);
    for (int i = 0; i < 300; i++) {
      gate.add("t" + i, texts.next());
    }
    List<String> candidates = IntStream.range(0, 400).mapToObj(_ -> texts.next()).toList();
    List<Novelty> alone = candidates.stream().map(gate::judge).toList();
    List<NoveltyJudge> judges = List.of(gate.newJudge(), gate.newJudge(), gate.newJudge());
    List<Novelty> together = new ArrayList<>(Collections.nCopies(candidates.size(), null));
    IntStream.range(0, judges.size())
        .parallel()
        .forEach(j -> {
          for (int i = j; i < candidates.size(); i += judges.size()) {
            together.set(i, judges.get(j).judge(candidates.get(i)));
          }
        });
    assertThat(together).isEqualTo(alone);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void countsCommonSubsequencesAcrossWordBoundaries(long seed) {
    Random random = new Random(seed);
    LongestCommonSubsequence subsequence = new LongestCommonSubsequence();
    for (int n : new int[] {0, 1, 300, 63, 64, 65, 127, 128, 129, 1}) {
      for (int m : new int[] {0, 1, 64, 65, 200}) {
        int[] a = random.ints(n, -1, 5).toArray();
        int[] b = random.ints(m, 0, 6).toArray();
        int expected =
            BruteForce.longestCommonSubsequence(
                Arrays.stream(a).boxed().toList(), Arrays.stream(b).boxed().toList());
        subsequence.set(a, 6);
        assertThat(subsequence.with(b, 0, m)).as("%d × %d", n, m).isEqualTo(expected);
      }
    }
  }

  @Test
  void refusesOnlyWhatExceedsTheThreshold() {
    NoveltyGate gate = new NoveltyGate(0.7);
    gate.add("zh", "一二三四五六七八九十");
    gate.add("en", "one two three four five six seven eight nine ten");
    assertThat(gate.judge("一二三四五六七甲乙丙")).isEqualTo(new Novelty(true, "zh", 0.7));
    assertThat(gate.judge("一二三四五六七八甲乙").isNew()).isFalse();
    assertThat(gate.judge("one two three four five six seven a b c"))
        .isEqualTo(new Novelty(true, "en", 0.7));
    assertThat(gate.judge("ONE, two; three four five six seven eight a b").isNew()).isFalse();
    assertThat(gate.judge("？？？")).isEqualTo(new Novelty(true, null, 0));
  }
}
