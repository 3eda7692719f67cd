package io.mosskit.curation.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tags;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoosesAmongTaggedRecordsTest {

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();
  private final List<String> embedded = new ArrayList<>();

  @BeforeEach
  void write() {
    add("写诗", "writing", "language/zh", "task/creative-writing");
    add("算数", "code", "language/zh", "task/coding", "task/math", "category/writing");
    add("poem", "writing", "language/en", "task/creative-writing");
    add("sum", "code", "language/en", "task/math");
    add("untagged", "code");
  }

  @Test
  void ofOneFacetAnyOfThemAndOfSeveralOneOfEach() throws Exception {
    SelectionSummary summary = select(tags("language/zh", "language/en", "task/math"));
    assertThat(selected()).containsExactly("算数", "sum");
    assertThat(summary.reasons()).containsExactly(Map.entry("not_tagged", 3L));
    assertThat(summary.rule()).contains("Only with the language zh or en.");
    assertThat(Files.readString(folder.resolve("out/rejected.jsonl")))
        .contains("\"reason\":\"not_tagged\"", "it has no tag task/math")
        .contains("\"lacking\":[\"language/zh\",\"language/en\",\"task/math\"]");
  }

  @Test
  void byTheCategoryThatQuotasCountThemUnder() throws Exception {
    select(tags("category/writing"));
    assertThat(selected()).containsExactly("写诗", "算数", "poem");
    select(tags("category/code"));
    assertThat(selected()).containsExactly("sum", "untagged");
    select(
        tags("category/code", "category/writing")
            .withQuotas(
                new SelectPlan.Quotas(new TreeMap<>(Map.of("writing", 2)), OptionalInt.empty())));
    assertThat(selected()).containsExactly("写诗", "算数", "sum", "untagged");
  }

  @Test
  void byWhatAPersonSaysAndInOneSpelling() throws Exception {
    Label honest = Label.of("rp", Category.HONEST, LabelOrigin.HUMAN);
    lines.add(MossJson.line(Labels.apply(dialogue("rp", "rp", "category/code"), honest)));
    add("顾问", "advice");
    select(tags("category/honest", "category/brainstorming"));
    assertThat(selected()).containsExactly("rp", "顾问");
  }

  @Test
  void withSharesAndPercentilesOfThoseAlone() throws Exception {
    select(
        tags("language/zh")
            .withMost(new SelectPlan.Most(OptionalInt.empty(), OptionalDouble.of(50))));
    assertThat(selected()).containsExactly("写诗");
    SelectPlan.Bounds upper =
        new SelectPlan.Bounds(OptionalDouble.empty(), OptionalDouble.empty(), 90, 100);
    select(tags("category/writing").by(Measure.named("user-characters"), false, upper));
    assertThat(selected()).containsExactly("poem");
  }

  @Test
  void andNothingElseIsEmbedded() throws Exception {
    select(tags("language/en").withDiversity(new Diversity.Apart(0.5)));
    assertThat(embedded).containsExactly("poem", "sum");
    assertThat(selected()).containsExactly("poem", "sum");
  }

  @Test
  void noneWhereNoneHasTheTag() throws Exception {
    assertThat(select(tags("language/mixed")).selected()).isZero();
  }

  @Test
  void notByAFacetThatNobodyHasTagged() {
    assertThatThrownBy(() -> select(tags("helpful/writing")))
        .isInstanceOf(UntaggedException.class)
        .hasMessageContaining("no record has a tag of the facet \"helpful\"")
        .hasMessageContaining("category, language, task")
        .hasMessageContaining("mosskit tag apply");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThatThrownBy(() -> tags("writing")).hasMessageContaining("not \"writing\"");
    assertThatThrownBy(() -> tags("language/")).hasMessageContaining("a facet and a value");
  }

  private static SelectPlan tags(String... tags) {
    return SelectPlan.all().withTags(TagFilter.of(List.of(tags)));
  }

  private void add(String words, String published, String... tags) {
    lines.add(MossJson.line(dialogue(words, published, tags)));
  }

  private static Conversation dialogue(String words, String published, String... tags) {
    Conversation untagged =
        Conversation.of(
                words,
                MetaInstruction.parse("You are MOSS.\n"),
                List.of(Turn.plain(1, words, "好的 A")))
            .withCategory(published);
    return Tags.beside(untagged, Stream.of(tags).map(ChoosesAmongTaggedRecordsTest::tag).toList());
  }

  private static Tag tag(String text) {
    String[] parts = text.split("/", 2);
    return new Tag(parts[0], parts[1], LabelOrigin.RULE, 0.9);
  }

  private SelectionSummary select(SelectPlan plan) throws Exception {
    Path input = Files.write(folder.resolve("in.jsonl"), lines);
    return Selection.run(
        Corpus.of(input), plan, new Remembering(), folder.resolve("out"), Progress.NONE);
  }

  private List<String> selected() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out/corpus.jsonl"))) {
      ids.add(((Json.Obj) Json.parse(line)).string("conversation_id"));
    }
    return ids;
  }

  /// Places each text at right angles to the one before.
  private final class Remembering implements Embedder {

    @Override
    public String name() {
      return "remembering";
    }

    @Override
    public int batchSize() {
      return 1;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      embedded.addAll(texts);
      return List.of(embedded.size() % 2 == 0 ? new float[] {0, 1} : new float[] {1, 0});
    }
  }
}
