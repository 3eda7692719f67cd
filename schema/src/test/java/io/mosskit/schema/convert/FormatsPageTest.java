package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.SharedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The page on formats shows what the converters do.
class FormatsPageTest {

  static final List<String> FORMS = List.of("messages", "sharegpt", "alpaca", "training-text");

  private static String page() throws Exception {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/formats.md"))) {
      folder = Objects.requireNonNull(folder.getParent(), "docs/formats.md in the checkout");
    }
    return Files.readString(folder.resolve("docs/formats.md"));
  }

  /// The example under the heading of that name.
  private static Json example(String name) throws Exception {
    Matcher block =
        Pattern.compile("\n## " + name + "\n.*?```json\n(.*?)```", Pattern.DOTALL).matcher(page());
    assertThat(block.find()).as(name).isTrue();
    return Json.parse(block.group(1));
  }

  private static Conversation dialogue() throws Exception {
    return Codecs.moss().read(example("moss"), "?");
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void everyExampleIsWhatIsWritten(String name) throws Exception {
    String written = Codecs.named(name).write(dialogue()).text();
    assertThat(example(name).text()).isEqualTo(written);
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void everyExampleIsReadBack(String name) throws Exception {
    assertThat(Codecs.named(name).read(example(name), "?")).isEqualTo(dialogue());
  }

  @Test
  void theTableNamesWhatEachFormCanLose() throws Exception {
    String expected = "| loss | " + String.join(" | ", FORMS) + " |\n|---|---|---|---|---|\n";
    StringBuilder table = new StringBuilder(expected);
    for (Loss loss : Loss.values()) {
      table.append("| `").append(loss.label()).append("` |");
      for (String form : FORMS) {
        boolean possible = Codecs.named(form).losses().contains(loss);
        table.append(possible ? " ● |" : " |");
      }
      table.append('\n');
    }
    assertThat(page().replaceAll(" ● \\(\\d+\\)", " ●")).contains(table);
  }

  @Test
  void theTableCountsWhatPublishedSamplesLose() throws Exception {
    List<Codec> codecs = FORMS.stream().map(Codecs::named).toList();
    List<LossTally> tallies = FORMS.stream().map(_ -> new LossTally()).toList();
    try (Scan<Entry> scan = Corpus.of(SharedFolder.resolve("data/moss-003-samples")).entries()) {
      for (Entry entry : scan) {
        Entry.Accepted sample = (Entry.Accepted) entry;
        for (int i = 0; i < codecs.size() && isLine(sample); i++) {
          tallies.get(i).add(codecs.get(i).writePlain(sample.conversation()).lost());
        }
      }
    }
    assertThat(page()).contains("of " + tallies.getFirst().records() + " published samples");
    for (Loss loss : Loss.values()) {
      List<String> counts = new ArrayList<>();
      for (LossTally tally : tallies) {
        LossTally.Count count = tally.counts().get(loss);
        counts.add(count == null ? "" : "(" + count.records() + ")");
      }
      assertThat(countsOnPage(loss)).as(loss.label()).isEqualTo(counts);
    }
  }

  /// The folder holds some samples twice, as lines and as published files.
  private static boolean isLine(Entry.Accepted sample) {
    return sample.origin().file().toString().endsWith(".jsonl");
  }

  private static List<String> countsOnPage(Loss loss) throws Exception {
    String row =
        page()
            .lines()
            .filter(line -> line.startsWith("| `" + loss.label() + "` |"))
            .findFirst()
            .orElseThrow();
    List<String> counts = new ArrayList<>();
    for (String cell : row.substring(row.indexOf("` |") + 3).split("\\|")) {
      counts.add(cell.replace("●", "").strip());
    }
    return counts;
  }
}
