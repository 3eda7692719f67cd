package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.text.UnitHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final List<Set<List<String>>> kept = new ArrayList<>();
    private int drops;
    private final int[] expected = new int[3];
    private final int[] found = new int[3];

    void add(String text) {
      Sketch sketch = sketcher.sketch(UnitHashes.of(text));
      Set<List<String>> shingles = BruteForce.shingles(text);
      Optional<Twin> twin = index.twinOf(sketch);
      double best = kept.stream().mapToDouble(k -> BruteForce.jaccard(k, shingles)).max().orElse(0);
      twin.ifPresent(found -> {
        assertThat(found.score())
            .isEqualTo(BruteForce.jaccard(kept.get(found.record()), shingles))
            .isGreaterThanOrEqualTo(THRESHOLD);
        drops++;
      });
      count(0, 0.7, best, twin);
      count(1, 0.75, best, twin);
      count(2, 0.8, best, twin);
      if (twin.isEmpty()) {
        assertThat(index.keep(sketch)).isEqualTo(kept.size());
        kept.add(shingles);
      }
    }

    private void count(int bound, double similarity, double best, Optional<Twin> twin) {
      expected[bound] += best >= similarity ? 1 : 0;
      found[bound] += best >= similarity && twin.isPresent() ? 1 : 0;
    }

    double recall(int bound) {
      return (double) found[bound] / expected[bound];
    }
  }

  static Stream<Arguments> corpora() {
    return Stream.of(RandomTexts.Script.values())
        .flatMap(script -> IntStream.range(0, 8).mapToObj(seed -> Arguments.of(script, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void everyDropIsBruteForcesDrop(RandomTexts.Script script, long seed) {
    Comparison comparison = new Comparison();
    new RandomTexts(script, seed).draw(300, 40).forEach(comparison::add);
    assertThat(comparison.drops).isGreaterThan(30);
  }

  @Test
  void hardlyAnyDuplicateIsMissed() {
    Comparison comparison = new Comparison();
    for (RandomTexts.Script script : RandomTexts.Script.values()) {
      for (int seed = 100; seed < 104; seed++) {
        new RandomTexts(script, seed).draw(600, 60).forEach(comparison::add);
      }
    }
    assertThat(comparison.expected[0]).isGreaterThan(1000);
    assertThat(comparison.recall(2)).as("J ≥ 0.8").isGreaterThanOrEqualTo(0.99);
    assertThat(comparison.recall(1)).as("J ≥ 0.75").isGreaterThanOrEqualTo(0.97);
    assertThat(comparison.recall(0)).as("J ≥ 0.7").isGreaterThanOrEqualTo(0.95);
  }
}
