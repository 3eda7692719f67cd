package io.mosskit.curation.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.curation.neighbour.Embedder;
import io.mosskit.curation.report.ReportContext;
import io.mosskit.curation.report.SelectionPage;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records whose users say an angle, and an embedder that places them there.
class SelectsTheBetterPartTest {

  private static final Measure LOSS = Measure.named("likelihood.loss");

  @TempDir private Path folder;
  private final List<String> lines = new ArrayList<>();

  @Test
  void byANumberAndACount() throws Exception {
    add("茶", 0, "code", 2.0);
    add("egg", 90, "code", 5.0);
    add("蛋", 180, "roles", 3.0);
    add("unscored", 270, "roles", null);
    SelectPlan plan = SelectPlan.all().by(LOSS, false).withMost(count(2));
    SelectionSummary summary = select(plan);
    assertThat(selected()).containsExactly("egg", "蛋");
    assertThat(reasons()).containsExactly("茶 not_among_best", "unscored no_score");
    assertThat(summary.before().mean()).isCloseTo(10.0 / 3, within(1e-12));
    assertThat(summary.after().mean()).isEqualTo(4);
    assertThat(Files.readString(folder.resolve("out/corpus.jsonl")))
        .contains("\"stage\":\"select\",\"decision\":\"selected\"")
        .contains("\"by\":\"likelihood.loss\",\"score\":5.0,\"place\":1,\"of\":4");
    select(SelectPlan.all().by(LOSS, true).withMost(count(1)));
    assertThat(selected()).containsExactly("茶");
  }

  @Test
  void withinBoundsAndPercentiles() throws Exception {
    for (int i = 0; i <= 10; i++) {
      add("r" + i, 0, "code", (double) i);
    }
    SelectPlan.Bounds bounds =
        new SelectPlan.Bounds(OptionalDouble.of(3), OptionalDouble.of(9), 20, 80);
    SelectionSummary summary = select(SelectPlan.all().by(LOSS, false, bounds));
    assertThat(selected()).containsExactly("r3", "r4", "r5", "r6", "r7", "r8");
    assertThat(summary.reasons())
        .containsExactly(
            Map.entry("above_greatest", 1L),
            Map.entry("above_percentile", 1L),
            Map.entry("below_least", 3L));
  }

  @Test
  void noMoreOfACategoryThanItsQuota() throws Exception {
    add("a", 0, "code", 9.0);
    add("b", 0, "code", 8.0);
    add("c", 0, "roles", 7.0);
    add("d", 0, "写作", 6.0);
    add("e", 0, "写作", 5.0);
    TreeMap<String, Integer> each = new TreeMap<>(Map.of("roles", 0));
    select(
        SelectPlan.all()
            .by(LOSS, false)
            .withQuotas(new SelectPlan.Quotas(each, OptionalInt.of(1))));
    assertThat(selected()).containsExactly("a", "d");
    assertThat(reasons()).containsExactly("b quota_reached", "c quota_reached", "e quota_reached");
  }

  @Test
  void noneNearerThanADistanceToABetterOne() throws Exception {
    add("best", 0, "code", 9.0);
    add("near", 20, "code", 8.0);
    add("far", 90, "code", 1.0);
    select(SelectPlan.all().by(LOSS, false).withDiversity(new Diversity.Apart(0.1)));
    assertThat(selected()).containsExactly("best", "far");
    assertThat(Files.readString(folder.resolve("out/rejected.jsonl")))
        .contains("\"reason\":\"too_near\"")
        .contains("\"kept\":\"best\",\"distance\":0.060");
  }

  @Test
  void aRecordThatAQuotaKeepsOutKeepsNobodyElseOut() throws Exception {
    add("best", 0, "code", 9.0);
    add("full", 90, "code", 8.0);
    add("beside the full one", 91, "roles", 7.0);
    select(
        SelectPlan.all()
            .by(LOSS, false)
            .withQuotas(new SelectPlan.Quotas(new TreeMap<>(), OptionalInt.of(1)))
            .withDiversity(new Diversity.Apart(0.1)));
    assertThat(selected()).containsExactly("best", "beside the full one");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void theFarthestAsTheDefinitionSays(long seed) throws Exception {
    Random random = new Random(seed);
    List<Integer> angles = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      angles.add(random.nextInt(360));
      add("r" + i, angles.get(i), "code", 100.0 - i);
    }
    select(
        SelectPlan.all()
            .by(LOSS, false)
            .withMost(count(8))
            .withDiversity(new Diversity.Farthest()));
    List<Integer> expected = new ArrayList<>(List.of(0));
    while (expected.size() < 8) {
      int farthest = -1;
      double most = -1;
      for (int i = 0; i < 30; i++) {
        int of = i;
        double nearest =
            expected.stream()
                .mapToDouble(other -> distance(angles.get(of), angles.get(other)))
                .min()
                .orElseThrow();
        if (!expected.contains(i) && nearest > most + 1e-6) {
          most = nearest;
          farthest = i;
        }
      }
      expected.add(farthest);
    }
    assertThat(selected())
        .containsExactlyElementsOf(expected.stream().sorted().map(i -> "r" + i).toList());
  }

  private static double distance(int a, int b) {
    return 1 - Math.cos(Math.toRadians(a - b));
  }

  @Test
  void nothingGetsLost() throws Exception {
    add("茶", 0, "code", 2.0);
    lines.add("{\"conversation_id\": \"cut");
    add("egg", 0, "code", null);
    SelectionSummary summary = select(SelectPlan.all());
    assertThat(selected()).containsExactly("茶", "egg");
    assertThat(summary.unread()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("out/rejected.jsonl")))
        .contains("\"stage\":\"read\"");
  }

  @Test
  void andTellsItInAReport() throws Exception {
    for (int i = 0; i < 20; i++) {
      add("r" + i, i, i % 2 == 0 ? "code" : "<写作>", i / 10.0);
    }
    SelectionSummary summary = select(SelectPlan.all().by(LOSS, false).withMost(count(5)));
    SelectionPage.write(
        summary,
        new ReportContext("茶 & <tea>", "mosskit select", null, LocalDate.of(2026, 11, 23)),
        folder);
    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("5 of 20 records selected (25")
        .contains("By likelihood.loss, the highest first.")
        .contains("&lt;写作&gt;")
        .doesNotContain("<写作>", "<tea>");
    assertThat(Json.parse(Files.readString(folder.resolve("out/selection.json")).strip()))
        .isEqualTo(Json.parse(summary.json().text()));
  }

  @Test
  void notByARuleThatIsNone() {
    assertThatThrownBy(() -> SelectPlan.all().withDiversity(new Diversity.Farthest()))
        .hasMessageContaining("give a count");
    assertThatThrownBy(() -> count(0)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Diversity.Apart(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> Measure.named("a**b")).hasMessageContaining("a**b");
  }

  @Test
  void byAProductOfWhatIsWrittenAndCounted() {
    Conversation dialogue = dialogue("茶", 7, "code", 2.5);
    assertThat(Measure.named("likelihood.loss * turns").of(dialogue)).hasValue(2.5);
    assertThat(Measure.named("reply-characters*likelihood.loss").of(dialogue)).hasValue(10);
    assertThat(Measure.named("likelihood").of(dialogue)).isEmpty();
  }

  private void add(String id, int angle, String category, Double loss) {
    lines.add(MossJson.line(dialogue(id, angle, category, loss)));
  }

  private static Conversation dialogue(String id, int angle, String category, Double loss) {
    Conversation dialogue =
        Conversation.of(
                id,
                MetaInstruction.parse("You are MOSS.\n"),
                List.of(Turn.plain(1, Integer.toString(angle), "好的 A")))
            .withCategory(category);
    return loss == null
        ? dialogue
        : dialogue.withMosskit("likelihood", Json.object().put("loss", loss).build());
  }

  private static SelectPlan.Most count(int count) {
    return new SelectPlan.Most(OptionalInt.of(count), OptionalDouble.empty());
  }

  private SelectionSummary select(SelectPlan plan) throws Exception {
    Path input = Files.write(folder.resolve("in.jsonl"), lines);
    return Selection.run(
        Corpus.of(input), plan, new Angles(), folder.resolve("out"), Progress.NONE);
  }

  private List<String> selected() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out/corpus.jsonl"))) {
      ids.add(((Json.Obj) Json.parse(line)).string("conversation_id"));
    }
    return ids;
  }

  private List<String> reasons() throws Exception {
    List<String> reasons = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("out/rejected.jsonl"))) {
      Json.Obj rejection = (Json.Obj) Json.parse(line);
      Json.Obj rejected = (Json.Obj) rejection.members().get("record");
      reasons.add(rejected.string("conversation_id") + " " + rejection.string("reason"));
    }
    return reasons;
  }

  private static final class Angles implements Embedder {

    @Override
    public String name() {
      return "angles";
    }

    @Override
    public int batchSize() {
      return 7;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      return texts.stream()
          .map(text -> {
            double angle = Math.toRadians(Integer.parseInt(text.strip().toLowerCase(Locale.ROOT)));
            return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
          })
          .toList();
    }
  }
}
