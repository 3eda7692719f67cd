package io.mosskit.generator.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualsBruteForceTest {

  private static final String HAN = "春夏秋冬山河湖海花草树木鸟兽虫鱼";
  private static final String[] WORDS = {"river", "garden", "bread", "HTTP", "v2", "winter", "Ｍap"};

  /// The definition, word for word: compare with everything, in order.
  private static final class Twin {

    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();

    void add(String id, String text) {
      ids.add(id);
      texts.add(Units.of(text));
    }

    Novelty judge(String text, double threshold) {
      List<String> units = Units.of(text);
      String nearest = null;
      double best = 0;
      for (int i = 0; i < ids.size(); i++) {
        List<String> other = texts.get(i);
        if (units.isEmpty() || other.isEmpty()) {
          continue;
        }
        double common = longestCommonSubsequence(units, other);
        double precision = common / units.size();
        double recall = common / other.size();
        double score = common == 0 ? 0 : 2.0 * common / (units.size() + other.size());
        assertThat(score).isCloseTo(f1(precision, recall), within());
        if (score > best) {
          nearest = ids.get(i);
          best = score;
        }
      }
      return new Novelty(best <= threshold, nearest, best);
    }

    private static double f1(double precision, double recall) {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static org.assertj.core.data.Offset<Double> within() {
      return org.assertj.core.data.Offset.offset(1e-12);
    }
  }

  private static int longestCommonSubsequence(List<?> a, List<?> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        length[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[a.size()][b.size()];
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void decidesAsTheDefinitionDoes(long seed) {
    Random random = new Random(seed);
    double threshold = random.nextInt(11) / 10.0;
    NoveltyGate gate = new NoveltyGate(threshold);
    Twin twin = new Twin();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String text = text(random, texts);
      Novelty decision = gate.judge(text);
      assertThat(decision).as(text).isEqualTo(twin.judge(text, threshold));
      if (decision.isNew() || random.nextInt(3) == 0) {
        gate.add("t" + i, text);
        twin.add("t" + i, text);
        texts.add(text);
      }
    }
  }

  /// Chinese, English, mixed, empty of units, up to 200 units long, and often a variant of another.
  private static String text(Random random, List<String> earlier) {
    if (!earlier.isEmpty() && random.nextInt(2) == 0) {
      String base = earlier.get(random.nextInt(earlier.size()));
      int cut =
          base.offsetByCodePoints(0, random.nextInt(base.codePointCount(0, base.length()) + 1));
      return base.substring(0, cut) + unit(random, random.nextInt(3)) + base.substring(cut);
    }
    int kind = random.nextInt(3);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "？！");
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 200 : 14); i > 0; i--) {
      text.append(unit(random, kind));
    }
    return text.toString();
  }

  private static String unit(Random random, int kind) {
    boolean han = kind == 0 || (kind == 2 && random.nextBoolean());
    return han
        ? HAN.substring(random.nextInt(HAN.length() - 1)).substring(0, 1)
        : " " + WORDS[random.nextInt(WORDS.length)] + " ";
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void countsCommonSubsequencesAcrossWordBoundaries(long seed) {
    Random random = new Random(seed);
    for (int n : new int[] {0, 1, 63, 64, 65, 127, 128, 129, 300}) {
      for (int m : new int[] {0, 1, 64, 65, 200}) {
        int[] a = random.ints(n, 0, 5).toArray();
        int[] b = random.ints(m, 0, 6).toArray();
        int expected =
            longestCommonSubsequence(
                java.util.Arrays.stream(a).boxed().toList(),
                java.util.Arrays.stream(b).boxed().toList());
        LongestCommonSubsequence subsequence = new LongestCommonSubsequence();
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
