package io.mosskit.schema.labels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read again, cell by cell and byte by byte.
class LabelTableRoundTripTest {

  @TempDir Path folder;

  private Path written(LabelTableOptions options, List<Label> labels) throws IOException {
    Path file = folder.resolve("labels.csv");
    try (LabelWriter table = LabelTable.create(file, options)) {
      for (Label label : labels) {
        table.write(Tables.dialogue(label.id(), label.id().length() % 2 == 0), label);
      }
      table.commit();
    }
    return file;
  }

  private static Label randomLabel(Random random, int number) {
    String[] categories = {"code", "Writing", "有趣", "=tag", "0012", "harmless_zh"};
    String annotator = Tables.randomCell(random);
    return new Label(
        Tables.randomCell(random) + number + Tables.randomCell(random),
        categories[random.nextInt(categories.length)],
        random.nextBoolean() ? null : random.nextDouble() * Math.pow(10, -random.nextInt(9)),
        LabelOrigin.values()[random.nextInt(4)],
        random.nextBoolean() ? null : annotator,
        random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextLong(1L << 40), 7),
        Tables.randomCell(random));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void labelsComeBackAsTheyWere(int seed) throws IOException {
    Random random = new Random(seed);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      labels.add(randomLabel(random, i));
    }
    List<LabelRow> rows = Tables.read(written(Tables.options(seed), labels), "有趣", "=tag", "0012");
    assertThat(Tables.rejections(rows)).isEmpty();
    assertThat(Tables.labels(rows)).isEqualTo(labels);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {21, 22, 23})
  void writingWhatWasReadGivesTheSameBytes(int seed) throws IOException {
    Random random = new Random(seed);
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      labels.add(randomLabel(random, i));
    }
    Path file = written(Tables.options(seed), labels);
    byte[] bytes = Files.readAllBytes(file);
    List<Label> read = Tables.labels(Tables.read(file, "有趣", "=tag", "0012"));
    assertThat(written(Tables.options(seed), read)).hasBinaryContent(bytes);
  }

  @Test
  void everyDoubleIsWrittenWithAllItsDigits() throws IOException {
    List<Label> labels = new ArrayList<>();
    for (double confidence :
        new double[] {0, 1, 0.1, 1.0 / 3, Double.MIN_VALUE, Math.nextDown(1.0), 1e-300}) {
      String id = "茶" + labels.size();
      labels.add(new Label(id, "code", confidence, LabelOrigin.RULE, null, null, null));
    }
    assertThat(Tables.labels(Tables.read(written(Tables.options(0), labels)))).isEqualTo(labels);
  }

  @Test
  void aCellAsLongAsExcelHoldsComesBackWhole() throws IOException {
    String note = "=" + "长 long\n".repeat(5_000).substring(0, Cell.LIMIT - 2);
    List<Label> labels = List.of(new Label("茶", "code", null, LabelOrigin.HUMAN, null, null, note));
    assertThat(Tables.labels(Tables.read(written(Tables.options(1), labels)))).isEqualTo(labels);
  }

  @Test
  void ofATableCutAtAnyByteTheWholeRowsAreRead() throws IOException {
    List<Label> labels = new ArrayList<>();
    for (String id : List.of("'0012", "茶", "=x")) {
      labels.add(
          new Label(id, "writing", 0.5, LabelOrigin.HUMAN, "王芳", Instant.EPOCH, "一,\n\"two\" 😀"));
    }
    byte[] whole = Files.readAllBytes(written(Tables.options(0), labels));
    String text = new String(whole, UTF_8);
    int header = text.substring(0, text.indexOf('\n')).getBytes(UTF_8).length;
    int second = text.substring(0, text.indexOf("茶,en")).getBytes(UTF_8).length;
    int third = text.substring(0, text.indexOf("'=x,")).getBytes(UTF_8).length;
    for (int cut = header; cut <= whole.length; cut++) {
      List<LabelRow> rows = Tables.read(Arrays.copyOf(whole, cut), 1 << 20);
      int complete = cut >= whole.length - 2 ? 3 : cut >= third - 2 ? 2 : cut >= second - 2 ? 1 : 0;
      List<Label> read = Tables.labels(rows);
      assertThat(read).as("cut at byte %d", cut).hasSizeBetween(complete, complete + 1);
      assertThat(read.subList(0, complete)).isEqualTo(labels.subList(0, complete));
    }
  }
}
