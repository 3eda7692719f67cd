package io.mosskit.schema.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.io.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page on label tables shows code that runs.
class DocumentedUseTest {

  private static final Path PAGE = Path.of("../docs/labels.md");
  private static final Path THIS =
      Path.of("src/test/java/io/mosskit/schema/labels/DocumentedUseTest.java");

  @TempDir Path folder;

  @Test
  void aCorpusGoesThroughATable() throws IOException {
    Path corpus = folder.resolve("corpus.jsonl");
    Path table = folder.resolve("labels.csv");
    try (RecordWriter out = RecordWriter.create(corpus)) {
      out.write(Samples.chinese("茶"));
      out.write(Samples.english("egg"));
      out.commit();
    }

    // docs
    try (Scan<Entry> dialogues = Corpus.of(corpus).entries();
        LabelWriter out = LabelTable.create(table, LabelTableOptions.defaults())) {
      for (Entry entry : dialogues) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, Origin _)) {
          out.write(dialogue);
        }
      }
      out.commit();
    }
    // end

    String filledIn =
        Files.readString(table).replace("就好。,,", "就好。,有趣,").replace("yolk.,,", "yolk.,fun,");
    Files.writeString(table, filledIn);
    RecordWriter rejected = RecordWriter.create(folder.resolve("rejected.jsonl"));

    // docs
    Map<String, Label> labels = new HashMap<>();
    try (LabelReader rows = LabelTable.open(table, Set.of("good answer", "有趣"))) {
      for (LabelRow row : rows) {
        switch (row) {
          case LabelRow.Labelled(Label label, var _, Origin _) -> labels.put(label.id(), label);
          case LabelRow.Unlabelled _ -> {}
          case LabelRow.Rejected(Rejection rejection) -> rejected.write(rejection);
        }
      }
    }
    // end

    Conversation dialogue = Samples.chinese("茶");

    // docs
    Label label = labels.get(dialogue.recordId());
    Conversation labelled = label == null ? dialogue : Labels.apply(dialogue, label);
    // end

    assertThat(Labels.of(labelled)).extracting(Label::category).containsExactly("有趣");
    assertThat(rejected.records()).isEqualTo(1);
    rejected.close();
  }

  @Test
  void thePageShowsWhatRunsHere() throws IOException {
    String page = Files.readString(PAGE);
    List<String> regions = new ArrayList<>();
    Pattern.compile("^    // docs\n(.*?)^    // end\n", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(Files.readString(THIS))
        .results()
        .forEach(region -> regions.add(region.group(1).replaceAll("(?m)^    ", "")));
    assertThat(regions).hasSize(3);
    assertThat(regions)
        .allSatisfy(region -> assertThat(page).contains("```java\n" + region + "```"));
    assertThat(page.split("```java", -1)).hasSize(regions.size() + 1);
  }

  @Test
  void thePageNamesEveryColumnAndEveryReason() throws IOException {
    String page = Files.readString(PAGE);
    for (Column column : Column.values()) {
      assertThat(page).contains("`" + column.label() + "`");
    }
    for (Fault.Kind kind : Fault.Kind.values()) {
      assertThat(page).contains("`" + kind.label() + "`");
    }
  }
}
