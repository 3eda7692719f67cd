package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Merging through a heap gives what merging by linear search gives, for any merges in any order.
class MergesLikeTheNaiveTwinTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void randomMergesOfThreeLetters(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      List<Merge> merges = randomMerges(random);
      Map<String, Integer> ids = idsOf(merges);
      PieceMerger merger = new PieceMerger(table(merges, ids));
      ReferenceTokenizer twin = new ReferenceTokenizer(merges);
      for (int i = 0; i < 40; i++) {
        String piece = randomPiece(random);
        int[] expected = twin.merge(piece).stream().mapToInt(ids::get).toArray();
        assertThat(merge(merger, piece, ids)).as("%s in %s", piece, merges).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TokenizerMode.class)
  void wholeTexts(TokenizerMode mode) throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer(mode);
    ReferenceTokenizer twin = new ReferenceTokenizer(HandMade.folder(), mode);
    RandomText texts = new RandomText(mode.ordinal());
    for (int i = 0; i < 1000; i++) {
      String text = texts.withControlTokens(30);
      assertThat(tokenizer.encode(text)).as(text).isEqualTo(twin.encode(text));
    }
  }

  /// Once "ab" and "c" are one token, an earlier merge could take that and the next "ab"; it has to
  /// wait until the next "ab" has its "c" too.
  @Test
  void allOccurrencesOfAPairComeBeforeWhatTheyMakePossible() {
    Map<String, Integer> ids = Map.of("a", 0, "b", 1, "c", 2, "ab", 3, "abc", 4, "abcab", 5);
    MergeTable table =
        table(
            List.of(new Merge("abc", "ab", 1), new Merge("a", "b", 2), new Merge("ab", "c", 3)),
            ids);

    assertThat(merge(new PieceMerger(table), "abcabc", ids)).containsExactly(4, 4);
  }

  @Test
  void aMergeThatIsListedTwiceHasTheRankOfItsLastLine() {
    Map<String, Integer> ids = Map.of("a", 0, "b", 1, "c", 2, "ab", 3, "bc", 4);
    MergeTable table =
        table(List.of(new Merge("a", "b", 1), new Merge("b", "c", 2), new Merge("a", "b", 3)), ids);

    assertThat(merge(new PieceMerger(table), "abcab", ids)).containsExactly(0, 4, 3);
  }

  @Test
  void aPieceOfAMillionBytesIsNoTrouble() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();
    int[] ids = tokenizer.encode("你好".repeat(100_000) + "the".repeat(100_000));

    assertThat(ids).hasSize(200_000).startsWith(311, 311).endsWith(259, 259);
  }

  /// Merges of tokens made before, so that many strings can be made in several ways, then shuffled.
  private static List<Merge> randomMerges(Random random) {
    List<String> tokens = new ArrayList<>(List.of("a", "b", "c"));
    List<Merge> merges = new ArrayList<>();
    Set<List<String>> pairs = new LinkedHashSet<>();
    while (merges.size() < 25) {
      String left = tokens.get(random.nextInt(tokens.size()));
      String right = tokens.get(random.nextInt(tokens.size()));
      if (left.length() + right.length() <= 6 && pairs.add(List.of(left, right))) {
        merges.add(new Merge(left, right, merges.size() + 1));
        tokens.add(left + right);
      }
    }
    Collections.shuffle(merges, random);
    return merges;
  }

  private static String randomPiece(Random random) {
    StringBuilder piece = new StringBuilder();
    for (int i = 1 + random.nextInt(60); i > 0; i--) {
      piece.append((char) ('a' + random.nextInt(3)));
    }
    return piece.toString();
  }

  private static Map<String, Integer> idsOf(List<Merge> merges) {
    Map<String, Integer> ids = new HashMap<>(Map.of("a", 0, "b", 1, "c", 2));
    merges.forEach(merge -> ids.putIfAbsent(merge.product(), ids.size()));
    return ids;
  }

  private static MergeTable table(List<Merge> merges, Map<String, Integer> ids) {
    MergeTable table = new MergeTable(merges.size());
    for (int rank = 0; rank < merges.size(); rank++) {
      Merge merge = merges.get(rank);
      table.put(ids.get(merge.left()), ids.get(merge.right()), rank, ids.get(merge.product()));
    }
    return table;
  }

  private static int[] merge(PieceMerger merger, String piece, Map<String, Integer> ids) {
    IdBuffer out = new IdBuffer(1);
    piece.chars().forEach(c -> merger.add(ids.get(Character.toString(c))));
    merger.mergeInto(out);
    return out.copyFrom(0);
  }
}
