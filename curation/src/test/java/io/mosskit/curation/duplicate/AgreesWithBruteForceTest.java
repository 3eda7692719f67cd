package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.text.UnitHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The index against all pairs: what it drops, brute force over the same kept records drops too,
/// with the same score; and of what brute force drops, it misses no more than the banding promises.
class AgreesWithBruteForceTest {
  private static final double THRESHOLD = 0.7;
  private static final Banding BANDING = Banding.forThreshold(THRESHOLD);

  /// How the two decided on texts one after another; both see the records that the index kept.
  private static final class Comparison {
    private final DuplicateIndex index = new DuplicateIndex(THRESHOLD, BANDING);
    private final Sketcher sketcher = new Sketcher(BANDING);
    private final BruteForce bruteForce = new BruteForce();
    private final List<int[]> kept = new ArrayList<>();
    private final List<Double> expected = new ArrayList<>();
    private final List<Double> found = new ArrayList<>();

    Comparison(List<String> texts) {
      texts.forEach(this::add);
    }

    private void add(String text) {
      Sketch sketch = sketcher.sketch(UnitHashes.of(text));
      int[] shingles = bruteForce.shingles(text);
      double best = kept.stream().mapToDouble(k -> BruteForce.jaccard(k, shingles)).max().orElse(0);
      if (best >= THRESHOLD) {
        expected.add(best);
      }
      Optional<Twin> twin = index.twinOf(sketch);
      if (twin.isPresent()) {
        double score = BruteForce.jaccard(kept.get(twin.get().record()), shingles);
        assertThat(twin.get().score()).isEqualTo(score).isGreaterThanOrEqualTo(THRESHOLD);
        found.add(best);
      } else {
        assertThat(index.keep(sketch)).isEqualTo(kept.size());
        kept.add(shingles);
      }
    }
  }

  static Stream<Arguments> corpora() {
    return Stream.of(RandomTexts.Script.values())
        .flatMap(script -> IntStream.range(0, 8).mapToObj(seed -> Arguments.of(script, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void everyDropIsBruteForcesDrop(RandomTexts.Script script, long seed) {
    Comparison comparison = new Comparison(new RandomTexts(script, seed).draw(300, 40));
    assertThat(comparison.found).hasSizeGreaterThan(30);
  }

  @Test
  void hardlyAnyDuplicateIsMissed() {
    List<Double> expected = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    for (RandomTexts.Script script : RandomTexts.Script.values()) {
      for (int seed = 100; seed < 104; seed++) {
        Comparison comparison = new Comparison(new RandomTexts(script, seed).draw(600, 60));
        expected.addAll(comparison.expected);
        found.addAll(comparison.found);
      }
    }
    assertThat(expected).hasSizeGreaterThan(1000);
    assertThat(recall(0.8, expected, found)).isGreaterThanOrEqualTo(0.99);
    assertThat(recall(0.75, expected, found)).isGreaterThanOrEqualTo(0.97);
    assertThat(recall(0.7, expected, found)).isGreaterThanOrEqualTo(0.95);
  }

  private static double recall(double bound, List<Double> expected, List<Double> found) {
    long all = expected.stream().filter(similarity -> similarity >= bound).count();
    return (double) found.stream().filter(similarity -> similarity >= bound).count() / all;
  }
}
