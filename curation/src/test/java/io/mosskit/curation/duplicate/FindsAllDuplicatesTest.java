package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.text.UnitHashes;
import io.mosskit.schema.text.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The batch engine against all pairs: the same decisions, the same twins, the same scores.
class FindsAllDuplicatesTest {
  private static final double[] THRESHOLDS = {0.2, 0.5, 0.7, 0.9, 1};

  @TempDir Path folder;

  static Stream<Arguments> corpora() {
    return Stream.of(RandomTexts.Script.values())
        .flatMap(script -> IntStream.range(0, 6).mapToObj(seed -> Arguments.of(script, seed)));
  }

  private static List<SketchedText> sketched(RandomTexts.Script script, long seed, int units) {
    List<String> texts = new RandomTexts(script, seed).draw(400, units);
    SplittableRandom random = new SplittableRandom(seed);
    List<SketchedText> sketched = new ArrayList<>();
    for (String text : texts) {
      sketched.add(SketchedTexts.of("文" + sketched.size(), random.nextInt(3), text));
    }
    return sketched;
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void decidesAsBruteForceDoes(RandomTexts.Script script, long seed) throws IOException {
    List<String> texts = new RandomTexts(script, seed).draw(400, seed % 2 == 0 ? 40 : 7);
    List<SketchedText> sketched = sketched(script, seed, seed % 2 == 0 ? 40 : 7);
    try (Sketches sketches = SketchedTexts.in(folder, sketched, 1)) {
      for (double threshold : THRESHOLDS) {
        NearDuplicates decisions = NearDuplicates.resolve(sketches, threshold);
        List<Optional<Twin>> expected = bruteForce(texts, sketched, threshold);
        for (int i = 0; i < texts.size(); i++) {
          assertThat(decisions.twinOf(i)).isEqualTo(expected.get(i));
        }
        assertThat(decisions.kept())
            .isEqualTo((int) expected.stream().filter(Optional::isEmpty).count())
            .isBetween(20, 380);
      }
    }
  }

  private static List<Optional<Twin>> bruteForce(
      List<String> texts, List<SketchedText> sketched, double threshold) {
    BruteForce bruteForce = new BruteForce();
    List<int[]> shingles = texts.stream().map(bruteForce::shingles).toList();
    List<Integer> ranking =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> -sketched.get(i).quality())
                    .thenComparing(i -> -sketched.get(i).length())
                    .thenComparing(i -> i))
            .toList();
    Twin[] twins = new Twin[texts.size()];
    List<Integer> kept = new ArrayList<>();
    Map<List<String>, Integer> firsts = new HashMap<>();
    for (int i : ranking) {
      Integer first = firsts.putIfAbsent(Units.of(texts.get(i)), i);
      if (first != null) {
        Twin fate = twins[first];
        twins[i] =
            fate == null ? new Twin(first, 1, true) : new Twin(fate.record(), fate.score(), false);
        continue;
      }
      for (int other : kept) {
        double score = BruteForce.jaccard(shingles.get(i), shingles.get(other));
        if (score >= threshold && (twins[i] == null || score > twins[i].score())) {
          twins[i] = new Twin(other, score, false);
        }
      }
      if (twins[i] == null) {
        kept.add(i);
      }
    }
    return Stream.of(twins).map(Optional::ofNullable).toList();
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void boundariesOfFilesDoNotMatter(RandomTexts.Script script, long seed) throws IOException {
    List<SketchedText> sketched = sketched(script, seed, 30);
    try (Sketches one = SketchedTexts.in(folder.resolve("one"), sketched, 1);
        Sketches many = SketchedTexts.in(folder.resolve("many"), sketched, 7)) {
      assertThat(many.size()).isEqualTo(one.size());
      NearDuplicates left = NearDuplicates.resolve(one, 0.7);
      NearDuplicates right = NearDuplicates.resolve(many, 0.7);
      for (int i = 0; i < one.size(); i++) {
        assertThat(right.twinOf(i)).isEqualTo(left.twinOf(i));
        assertThat(many.id(i)).isEqualTo(one.id(i)).isEqualTo(sketched.get(i).id());
      }
    }
  }

  @Test
  void aHundredThousandCopiesAndTemplatesFallAtOnce() throws IOException {
    String template =
        " is the name in this letter of welcome, which goes to everybody who has ever written to us"
            + " about anything at all, and tells them what they know already: 欢迎各位朋友光临本店选购商品";
    List<SketchedText> sketched = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      sketched.add(SketchedTexts.of("copy" + i, 0, "The same text, 一模一样的文字, again and again."));
      sketched.add(SketchedTexts.of("letter" + i, 0, "Nr" + (100_000 + i) + template));
    }
    try (Sketches sketches = SketchedTexts.in(folder, sketched, 1)) {
      assertThat(NearDuplicates.resolve(sketches, 0.7).kept()).isEqualTo(2);
    }
  }

  @Test
  void textsWithoutUnitsStay() throws IOException {
    List<SketchedText> sketched =
        List.of(
            SketchedTexts.of("a", 0, "……"),
            SketchedTexts.of("b", 0, ""),
            SketchedTexts.of("c", 0, ""));
    try (Sketches sketches = SketchedTexts.in(folder, sketched, 1)) {
      assertThat(NearDuplicates.resolve(sketches, 0.1).kept()).isEqualTo(3);
    }
  }

  @Test
  void aThresholdIsAboveZero() throws IOException {
    try (Sketches sketches = SketchedTexts.in(folder, List.of(), 1)) {
      for (double threshold : new double[] {0, -1, 1.01, Double.NaN}) {
        assertThatThrownBy(() -> NearDuplicates.resolve(sketches, threshold))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("above 0 and up to 1");
      }
    }
  }

  @Test
  void aSourceIsSwallowedByItsLargestCluster() throws IOException {
    List<SketchedText> sketched = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String text = i < 150 ? "同一段话 the very same words" : UnitHashes.mix(i) + " 各不相同";
      SketchedText of = SketchedTexts.of("r" + i, 0, text);
      sketched.add(new SketchedText(of.id(), i % 2, 0, of.length(), of.shingles()));
    }
    try (Sketches sketches = SketchedTexts.in(folder, sketched, 1)) {
      NearDuplicates decisions = NearDuplicates.resolve(sketches, 0.7);
      assertThat(SwallowedSource.largest(sketches, decisions)).isEmpty(); // 75 of each source
    }
    for (int i = 0; i < 400; i++) {
      SketchedText of = sketched.get(i);
      sketched.set(i, new SketchedText(of.id(), i < 300 ? 1 : 0, 0, of.length(), of.shingles()));
    }
    try (Sketches sketches = SketchedTexts.in(folder, sketched, 1)) {
      NearDuplicates decisions = NearDuplicates.resolve(sketches, 0.7);
      SwallowedSource swallowed = SwallowedSource.largest(sketches, decisions).orElseThrow();
      assertThat(swallowed).isEqualTo(new SwallowedSource(0, 1, 150, 300));
      assertThat(swallowed.share()).isEqualTo(0.5);
      assertThat(sketches.sources()).containsExactly("甲.jsonl", "b.jsonl");
    }
  }
}
