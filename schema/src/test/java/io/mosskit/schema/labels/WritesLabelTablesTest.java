package io.mosskit.schema.labels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelTableOptions.Delimiter;
import io.mosskit.schema.labels.LabelTableOptions.LineEnding;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class WritesLabelTablesTest {

  private static final LabelTableOptions PLAIN =
      LabelTableOptions.defaults().withByteOrderMark(false).withLineEnding(LineEnding.LF);
  private static final String HEADER =
      "id,language,turns,first_user_turn,last_reply,"
          + "category,confidence,origin,annotator,at,note\n";
  private static final Label CHECKED =
      new Label(
          "茶",
          "rp",
          0.5,
          LabelOrigin.HUMAN,
          "王芳",
          Instant.parse("2026-11-22T10:00:00Z"),
          "像\"访谈\", 不像问答\nsee turn 2");

  static final List<String> INJECTIONS = GuardsCellsTest.INJECTIONS;

  @TempDir Path folder;

  private String written(LabelTableOptions options, Conversation... dialogues) throws IOException {
    Path file = folder.resolve("labels.csv");
    try (LabelWriter table = LabelTable.create(file, options)) {
      for (Conversation dialogue : dialogues) {
        table.write(dialogue);
      }
      table.commit();
      assertThat(table.rows()).isEqualTo(dialogues.length);
    }
    return Files.readString(file);
  }

  @Test
  void oneRowADialogueUnderAHeader() throws IOException {
    Conversation tea = Labels.apply(Samples.chinese("茶"), CHECKED);
    Conversation egg = Samples.english("egg").withCategory("Brainstorming");
    assertThat(written(PLAIN, tea, egg, Samples.english("nothing said")))
        .isEqualTo(
            HEADER
                + "茶,zh,2,泡茶用多少度的水合适？,白茶用九十度左右的水就好。,"
                + "role-playing,0.5,human,王芳,2026-11-22T10:00:00Z,"
                + "\"像\"\"访谈\"\", 不像问答\nsee turn 2\"\n"
                + "egg,en,1,How long do I boil an egg?,Seven minutes for a soft yolk.,"
                + "brainstorming,,declared,,,\n"
                + "nothing said,en,1,How long do I boil an egg?,Seven minutes for a soft yolk.,"
                + ",,,,,\n");
  }

  @Test
  void aLabelGivenForTheRowIsWrittenInsteadOfTheDialoguesOwn() throws IOException {
    Path file = folder.resolve("labels.csv");
    Conversation egg = Samples.english("egg").withCategory("Brainstorming");
    try (LabelWriter table = LabelTable.create(file, PLAIN)) {
      table.write(egg, Label.of("egg", Category.CODE, LabelOrigin.MODEL));
      Label stranger = Label.of("茶", Category.CODE, LabelOrigin.MODEL);
      assertThatIllegalArgumentException().isThrownBy(() -> table.write(egg, stranger));
      table.commit();
    }
    assertThat(Files.readString(file)).endsWith("yolk.,code,,model,,,\n").hasLineCount(2);
  }

  @Test
  void byDefaultItIsWhatExcelOpens() throws IOException {
    assertThat(written(LabelTableOptions.defaults(), Samples.chinese("茶")))
        .startsWith("\uFEFFid,language,")
        .contains(",note\r\n茶,zh,")
        .endsWith("\r\n");
  }

  @ParameterizedTest
  @EnumSource(Delimiter.class)
  void theDelimiterOfTheReadersCountry(Delimiter delimiter) throws IOException {
    Conversation dialogue =
        Conversation.of(
            "a,b;c\td", MetaInstruction.plain(), List.of(Turn.plain(1, "茶；tea", "水,water")));
    String table = written(PLAIN.withDelimiter(delimiter), dialogue);
    assertThat(table).startsWith("id" + delimiter.character() + "language");
    assertThat(table).contains("\n\"a,b;c\td\"" + delimiter.character());
  }

  @Test
  void previewsAreCutAtTheStatedLength() throws IOException {
    Conversation dialogue =
        Conversation.of(
            "长", MetaInstruction.plain(), List.of(Turn.plain(1, "一二三四五六", "one two three")));
    assertThat(written(PLAIN.withPreviewLength(5), dialogue))
        .isEqualTo(HEADER + "长,zh,1,一二三四…,one …,,,,,,\n");
    assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withPreviewLength(0));
    assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withPreviewLength(32_768));
  }

  @Test
  void aDialogueWithoutTurnsHasARowToo() throws IOException {
    Conversation empty = Conversation.of("空", MetaInstruction.plain(), List.of());
    assertThat(written(PLAIN, empty)).isEqualTo(HEADER + "空,other,0,,,,,,,,\n");
  }

  @Test
  void theLanguageThatTheRecordStates() throws IOException {
    Conversation stated = Samples.english("e").withMosskit("language", Json.of("mixed"));
    assertThat(written(PLAIN, stated)).contains("\ne,mixed,1,");
  }

  @ParameterizedTest
  @FieldSource("INJECTIONS")
  void noCellRunsAsAFormula(String payload) throws IOException {
    Conversation dialogue =
        Conversation.of(payload, MetaInstruction.plain(), List.of(Turn.plain(1, payload, payload)));
    Label label =
        new Label(payload, payload, 0.25, LabelOrigin.HUMAN, payload, Instant.EPOCH, payload);
    String table = written(PLAIN, Labels.apply(dialogue, label));
    try (CSVParser rows =
        CSVParser.parse(new StringReader(table), LabelTable.format(Delimiter.COMMA))) {
      List<String> cells = rows.getRecords().get(1).toList();
      for (Column column :
          List.of(
              Column.ID,
              Column.FIRST_USER_TURN,
              Column.LAST_REPLY,
              Column.ANNOTATOR,
              Column.NOTE)) {
        assertThat(cells.get(column.ordinal())).as(column.label()).isEqualTo("'" + payload);
      }
      assertThat(cells.get(Column.CATEGORY.ordinal())).startsWith("'");
    }
  }

  @Test
  void idsThatLookLikeNumbersAreGuardedAndNumbersAreNot() throws IOException {
    Label label = new Label("0012", "code", 1.0E-4, LabelOrigin.RULE, "3-4", null, "7");
    assertThat(written(PLAIN, Labels.apply(Samples.english("0012"), label)))
        .contains("\n'0012,en,1,")
        .endsWith(",code,0.0001,rule,'3-4,,7\n");
  }

  @Test
  void theFileAppearsWholeOrNotAtAll() throws IOException {
    Path file = Files.writeString(folder.resolve("labels.csv"), "旧表 old\n");
    try (LabelWriter table = LabelTable.create(file, PLAIN)) {
      table.write(Samples.chinese("茶"));
    }
    assertThat(file).hasContent("旧表 old\n");
    Path fresh = folder.resolve("new/folder/labels.csv");
    try (LabelWriter table = LabelTable.create(fresh, PLAIN)) {
      table.write(Samples.chinese("茶"));
      assertThat(fresh).doesNotExist();
      table.commit();
    }
    assertThat(fresh).content(UTF_8).startsWith(HEADER + "茶,");
    assertThat(fresh.resolveSibling("labels.csv.part")).doesNotExist();
    assertThat(folder.resolve("labels.csv.part")).doesNotExist();
  }
}
