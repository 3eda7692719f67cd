package io.mosskit.curation.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.duplicate.RandomTexts;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.curation.text.UnitHashes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The index against a scan of everything in it: the exact Jaccard similarity with each record that
/// agrees in a band.
class FindsTwinsOfEarlierRunsTest {
  private static final double THRESHOLD = 0.7;
  private static final IndexForm FORM = IndexForm.of("user_turns", THRESHOLD);

  @TempDir Path folder;

  static Stream<Arguments> corpora() {
    return Stream.of(RandomTexts.Script.values())
        .flatMap(script -> IntStream.range(0, 4).mapToObj(seed -> Arguments.of(script, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void everyAnswerIsThatOfAScan(RandomTexts.Script script, long seed) throws IOException {
    List<Shingles> texts = shingles(new RandomTexts(script, seed).draw(600, 40));
    List<Shingles> kept = texts.subList(0, 400);
    List<Shingles> asked = texts.subList(300, 600);
    add("one", kept, 0, 400);
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      List<Optional<PastTwin>> twins = index.twinsOf(asked, THRESHOLD);
      assertThat(twins).isEqualTo(scan(kept, asked, THRESHOLD));
      assertThat(twins.stream().filter(Optional::isPresent)).hasSizeGreaterThan(100);
      assertThat(index.twinsOf(asked, 0.9)).isEqualTo(scan(kept, asked, 0.9));
      assertThat(index.twinOf(asked.getFirst(), THRESHOLD)).isEqualTo(twins.getFirst());
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void batchesAnswerLikeOneAddition(RandomTexts.Script script, long seed) throws IOException {
    List<Shingles> texts = shingles(new RandomTexts(script, seed).draw(500, 20));
    List<Shingles> kept = texts.subList(0, 360);
    List<Shingles> asked = texts.subList(300, 500);
    for (int batch = 0; batch < 12; batch++) {
      add("batch " + batch, kept, batch * 30, batch * 30 + 30);
    }
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      assertThat(index.size()).isEqualTo(360);
      assertThat(index.twinsOf(asked, THRESHOLD)).isEqualTo(scan(kept, asked, THRESHOLD));
      int before = index.sizeBefore("batch 7");
      assertThat(before).isEqualTo(210);
      assertThat(index.twinsOf(asked, THRESHOLD, before))
          .isEqualTo(scan(kept.subList(0, 210), asked, THRESHOLD));
      assertThat(index.sizeBefore("a new one")).isEqualTo(360);
      assertThat(index.batches()).hasSize(12).contains(new Batch("batch 3", 30));
    }
  }

  @Test
  void aCrowdInOneBandIsComparedInRounds() throws IOException {
    List<Shingles> kept = shingles(Collections.nCopies(1500, "一样的话 the same words again"));
    add("crowd", kept, 0, 1500);
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      assertThat(index.twinsOf(kept, THRESHOLD))
          .containsOnly(Optional.of(new PastTwin("r0", 1, true)));
    }
  }

  @Test
  void aTextWithoutUnitsHasNoTwinAndIsNone() throws IOException {
    List<Shingles> kept = shingles(List.of("……！", "好", "word"));
    add("short", kept, 0, 3);
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      assertThat(index.size()).isEqualTo(2);
      assertThat(index.twinsOf(shingles(List.of("?!", "好。", "Word!", "字")), THRESHOLD))
          .containsExactly(
              Optional.empty(),
              Optional.of(new PastTwin("r1", 1, true)),
              Optional.of(new PastTwin("r2", 1, true)),
              Optional.empty());
      assertThat(index.twinsOf(List.of(), THRESHOLD)).isEmpty();
    }
  }

  private static List<Shingles> shingles(List<String> texts) {
    return texts.stream().map(text -> Shingles.of(UnitHashes.of(text))).toList();
  }

  private void add(String name, List<Shingles> texts, int from, int to) throws IOException {
    try (IndexAddition addition = IndexAddition.to(folder, FORM, name)) {
      for (int i = from; i < to; i++) {
        addition.add("r" + i, texts.get(i));
      }
      addition.commit();
    }
  }

  private static List<Optional<PastTwin>> scan(
      List<Shingles> kept, List<Shingles> asked, double threshold) {
    List<Optional<PastTwin>> twins = new ArrayList<>();
    for (Shingles question : asked) {
      PastTwin best = new PastTwin("", 0, false);
      for (int i = 0; i < kept.size(); i++) {
        double score = question.jaccard(kept.get(i));
        boolean same = question.sameText(kept.get(i));
        if (score >= threshold
            && (same && !best.sameText() || same == best.sameText() && score > best.score())
            && agreeInABand(question, kept.get(i))) {
          best = new PastTwin("r" + i, score, same);
        }
      }
      twins.add(best.id().isEmpty() ? Optional.empty() : Optional.of(best));
    }
    return twins;
  }

  private static boolean agreeInABand(Shingles left, Shingles right) {
    Sketch one = FORM.sketcher().sketch(left);
    Sketch other = FORM.sketcher().sketch(right);
    return IntStream.range(0, FORM.banding().bands())
        .anyMatch(band -> one.bandKey(band) == other.bandKey(band));
  }
}
