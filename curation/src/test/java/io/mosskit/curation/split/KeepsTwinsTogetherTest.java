package io.mosskit.curation.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepsTwinsTogetherTest {
  private static final String HAN = "春江潮水连海平上明月共生滟随波千万里何处无";
  private static final List<String> WORDS =
      List.of("tea", "is", "a", "warm", "drink", "that", "people", "make", "from", "leaves", "and");

  @TempDir Path folder;

  /// Texts of which many are made from another one by changing a few units.
  private static List<String> texts(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean chinese = random.nextBoolean();
      List<String> text = new ArrayList<>();
      if (i > 0 && random.nextInt(3) == 0) {
        text.addAll(units.get(random.nextInt(i)));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
          text.set(random.nextInt(text.size()), unit(random, chinese));
        }
      } else {
        for (int length = 3 + random.nextInt(40); length > 0; length--) {
          text.add(unit(random, chinese));
        }
      }
      units.add(text);
    }
    return units.stream().map(text -> String.join(" ", text)).toList();
  }

  private static String unit(SplittableRandom random, boolean chinese) {
    return chinese
        ? HAN.substring(random.nextInt(HAN.length())).substring(0, 1)
        : WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(4);
  }

  private Path corpus(long seed, int count) throws IOException {
    Path file = folder.resolve("corpus.jsonl");
    List<String> texts = texts(seed, count);
    try (RecordWriter out = RecordWriter.create(file)) {
      for (int i = 0; i < texts.size(); i++) {
        String category = i % 3 == 0 ? "code" : "writing";
        out.write(Dialogues.of("d" + i, texts.get(i), "好的。OK.").withCategory(category));
      }
      out.commit();
    }
    return file;
  }

  private SplitSummary split(Path corpus, SplitPlan plan, int threads, String out)
      throws IOException {
    ReadOptions options = ReadOptions.defaults().withThreads(threads);
    return Split.run(Corpus.of(List.of(corpus), options), plan, folder.resolve(out), Progress.NONE);
  }

  private Map<Part, List<Conversation>> parts(String out) throws IOException {
    Map<Part, List<Conversation>> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<Conversation> dialogues = new ArrayList<>();
      try (Scan<Entry> scan = Corpus.of(folder.resolve(out).resolve(part.file())).entries()) {
        for (Entry entry : scan) {
          if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
            dialogues.add(dialogue);
          }
        }
      }
      parts.put(part, dialogues);
    }
    return parts;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noPairAtOrAboveTheThresholdStraddles(long seed) throws IOException {
    double threshold = seed % 2 == 0 ? 0.5 : 0.3;
    SplitPlan plan =
        SplitPlan.standard().withShares(List.of(0.5, 0.25, 0.25)).withThreshold(threshold);
    split(corpus(seed, 300), plan, 2, "out");
    Map<Part, List<Conversation>> parts = parts("out");
    int compared = 0;
    for (Part left : Part.values()) {
      for (Part right : Part.values()) {
        if (left.compareTo(right) < 0) {
          for (Conversation a : parts.get(left)) {
            Shingles shingles = shingles(a);
            for (Conversation b : parts.get(right)) {
              assertThat(shingles.jaccard(shingles(b))).isLessThan(threshold);
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  private static Shingles shingles(Conversation dialogue) {
    return Shingles.of(DuplicateKey.USER_TURNS.units(dialogue));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void everyRecordIsInOnePartAndTheSharesAreKept(long seed) throws IOException {
    SplitSummary summary = split(corpus(seed, 1000), SplitPlan.standard(), 2, "out");
    assertThat(summary.all()).isEqualTo(1000);
    assertThat(summary.clusters()).isPositive();
    double slack = summary.largest() + 1;
    assertThat((double) summary.records().get(Part.TRAIN)).isCloseTo(900, within(slack));
    assertThat((double) summary.records().get(Part.VALIDATION)).isCloseTo(50, within(slack));
    assertThat((double) summary.records().get(Part.TEST)).isCloseTo(50, within(slack));
    assertThat(parts("out").values().stream().flatMap(List::stream).map(Conversation::idText))
        .hasSize(1000)
        .doesNotHaveDuplicates();
  }

  @Test
  void theNumberOfThreadsChangesNoByteAndTheSeedDoes() throws IOException {
    Path corpus = corpus(21, 400);
    split(corpus, SplitPlan.standard(), 1, "one");
    split(corpus, SplitPlan.standard(), 4, "four");
    split(corpus, SplitPlan.standard().withSeed(2), 1, "other");
    for (Part part : Part.values()) {
      assertThat(folder.resolve("four").resolve(part.file()))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(part.file()));
    }
    assertThat(Files.readString(folder.resolve("other/test.jsonl")))
        .isNotEqualTo(Files.readString(folder.resolve("one/test.jsonl")));
  }

  @Test
  void recordsAreDividedByTheCategoryThatATaggerTold() throws IOException {
    Path file = folder.resolve("corpus.jsonl");
    try (RecordWriter out = RecordWriter.create(file)) {
      out.write(
          Tags.beside(
              Dialogues.of("1", "写一段代码", "好。"),
              List.of(new Tag(Tag.CATEGORY, "code", LabelOrigin.MODEL, 0.9))));
      out.write(Dialogues.of("2", "Write a poem", "Tea.").withCategory("writing"));
      out.commit();
    }
    assertThat(split(file, SplitPlan.standard(), 1, "out").strata())
        .containsOnlyKeys("code zh", "writing en");
  }

  @Test
  void sharesThatDoNotMakeAWholeAreRefused() {
    assertThatThrownBy(() -> SplitPlan.standard().withShares(List.of(0.9, 0.2, 0.1)))
        .hasMessageContaining("three numbers from 0 to 1 that make 1");
    assertThatThrownBy(() -> SplitPlan.standard().withThreshold(0)).hasMessageContaining("above 0");
  }

  @Test
  void whatCannotBeReadIsRejectedAndTheInputIsNotOverwritten() throws IOException {
    Path corpus = corpus(31, 50);
    Files.writeString(corpus, Files.readString(corpus) + "{\"broken\n");
    SplitSummary summary = split(corpus, SplitPlan.standard(), 2, "out");
    assertThat(summary.unread()).isEqualTo(1);
    assertThat(folder.resolve("out/rejected.jsonl")).isNotEmptyFile();
    Path train = Files.copy(corpus, folder.resolve("train.jsonl"));
    assertThatThrownBy(() -> split(train, SplitPlan.standard(), 1, "."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("would be overwritten");
  }
}
