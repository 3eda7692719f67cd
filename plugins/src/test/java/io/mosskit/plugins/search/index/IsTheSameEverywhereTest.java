package io.mosskit.plugins.search.index;

import static io.mosskit.plugins.search.index.Indexes.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.SearchException;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsTheSameEverywhereTest {

  private static final List<String> WORDS =
      List.of("湖", "水", "深", "山", "高", "lake", "deep", "water", "high", "old", "1642", "米");

  @TempDir Path folder;

  /// Many documents of few words: ties and near-ties everywhere.
  private static List<String> documents(long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 150)
        .mapToObj(i -> line("", phrase(random, 6) + "。" + (i % 3 == 0 ? i : "")))
        .toList();
  }

  private static String phrase(Random random, int words) {
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < words; i++) {
      phrase
          .append(WORDS.get(random.nextInt(WORDS.size())))
          .append(random.nextBoolean() ? " " : "");
    }
    return phrase.toString();
  }

  private static List<List<Hit>> answers(DocumentIndex index, long seed) throws SearchException {
    Random random = new Random(seed);
    List<List<Hit>> answers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      answers.add(index.search(phrase(random, 1 + i % 6), 10, 300));
    }
    return answers;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void whateverTheOrderOfTheDocuments(long seed) throws Exception {
    List<String> lines = new ArrayList<>(documents(seed));
    try (DocumentIndex index = Indexes.of(folder, lines)) {
      List<List<Hit>> expected = answers(index, seed);
      assertThat(expected).anyMatch(hits -> hits.size() == 10);
      for (int round = 0; round < 2; round++) {
        Collections.shuffle(lines, new Random(seed + round));
        try (DocumentIndex other = Indexes.of(folder, lines)) {
          assertThat(other.version()).isEqualTo(index.version());
          assertThat(answers(other, seed)).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void inAFolderAsInMemoryAndWithDuplicates() throws Exception {
    List<String> lines = documents(7);
    Path file = folder.resolve("twice.jsonl");
    Files.write(file, lines);
    Files.write(folder.resolve("documents.jsonl"), lines);
    Files.writeString(file, String.join("\n", lines) + "\n" + String.join("\n", lines));
    Path made = folder.resolve("index");
    IndexReport report = IndexBuilder.build(Indexes.documents(file), made, r -> {}, Progress.NONE);
    try (DocumentIndex inFolder = DocumentIndex.open(made);
        DocumentIndex inMemory = Indexes.of(folder, lines)) {
      assertThat(inFolder.fingerprint())
          .isEqualTo(inMemory.fingerprint())
          .isEqualTo(report.fingerprint());
      assertThat(answers(inFolder, 7)).isEqualTo(answers(inMemory, 7));
      assertThat(report.documents()).isEqualTo(inMemory.documents());
      assertThat(report.duplicates()).isEqualTo(300 - report.documents());
    }
  }

  @Test
  void anotherDocumentIsAnotherVersion() throws Exception {
    List<String> lines = new ArrayList<>(documents(1));
    try (DocumentIndex index = Indexes.of(folder, lines)) {
      lines.set(5, line("", "另一篇 another"));
      try (DocumentIndex other = Indexes.of(folder, lines)) {
        assertThat(other.version()).isNotEqualTo(index.version());
      }
    }
  }

  @Test
  void manyThreadsAtOnce() throws Exception {
    try (DocumentIndex index = Indexes.of(folder, documents(1))) {
      List<List<Hit>> expected = answers(index, 5);
      List<List<List<Hit>>> all =
          IntStream.range(0, 4).parallel().mapToObj(_ -> quietly(index)).toList();
      assertThat(all).allMatch(expected::equals);
    }
  }

  private static List<List<Hit>> quietly(DocumentIndex index) {
    try {
      return answers(index, 5);
    } catch (SearchException e) {
      throw new AssertionError(e);
    }
  }

  /// The index of these three has had this fingerprint since format 1, and this answer.
  @Test
  void theFormatStaysWhatItIs() throws Exception {
    List<String> lines = List.of(line("湖", "深的湖"), line("Lake", "a deep lake"), line("", "x"));
    try (DocumentIndex index = Indexes.of(folder, lines)) {
      assertThat(index.version()).isEqualTo("documents-77da254582a38d67");
      assertThat(index.search("deep lake", 3, 300))
          .containsExactly(new Hit("Lake", "", "a deep lake"));
    }
  }
}
