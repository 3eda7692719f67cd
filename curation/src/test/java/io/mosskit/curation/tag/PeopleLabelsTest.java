package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleLabelsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;

  private PeopleLabels read(String... tables) throws IOException {
    PeopleLabels people = new PeopleLabels(Set.of("有趣"));
    for (int i = 0; i < tables.length; i++) {
      people.add(Files.writeString(folder.resolve(i + ".csv"), tables[i]), "anna", NOW);
    }
    return people;
  }

  @Test
  void aLabelSaysWhoAndWhen() throws IOException {
    PeopleLabels people =
        read("id,category,origin,annotator,at\n1,code,,,\n2,有趣,human,陈,2026-01-01T00:00:00Z\n");
    assertThat(Labels.of(people.apply(Dialogues.of("1", "你好", "好"))))
        .containsExactly(new Label("1", "code", null, LabelOrigin.HUMAN, "anna", NOW, null));
    assertThat(Labels.of(people.apply(Dialogues.of("2", "hi", "ho"))))
        .containsExactly(
            new Label(
                "2",
                "有趣",
                null,
                LabelOrigin.HUMAN,
                "陈",
                Instant.parse("2026-01-01T00:00:00Z"),
                null));
  }

  @Test
  void whatNobodyConfirmedIsNotTaken() throws IOException {
    PeopleLabels people = read("id,category,origin\n1,code,model\n2,,\n");
    assertThat(people.unconfirmed()).isEqualTo(1);
    assertThat(people.unlabelled()).isEqualTo(1);
    assertThat(people.labels()).isEmpty();
  }

  @Test
  void contradictionsAreListedAndNotApplied() throws IOException {
    PeopleLabels people =
        read("id,category\n1,code\n2,code\n", "id,category,annotator\n1,writing,陈\n2,code,陈\n");
    assertThat(people.conflicts()).containsOnlyKeys("1");
    assertThat(people.conflicts().get("1"))
        .extracting(Label::annotator)
        .containsExactly("anna", "陈");
    assertThat(people.apply(Dialogues.of("1", "你好", "好"))).isEqualTo(Dialogues.of("1", "你好", "好"));
    assertThat(Labels.of(people.apply(Dialogues.of("2", "你好", "好")))).hasSize(2);
  }

  @Test
  void aRowThatCannotBeReadNamesFileAndLine() throws IOException {
    PeopleLabels people = read("id,category\n1,nonsense\n");
    assertThat(people.rejections())
        .singleElement()
        .asString()
        .contains("0.csv:2: unknown_category: category: expected one of");
  }
}
