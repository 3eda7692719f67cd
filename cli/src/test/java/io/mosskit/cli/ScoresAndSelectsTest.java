package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.testing.RandomConversations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresAndSelectsTest {

  @TempDir static Path folder;
  private static Path tiny = Path.of("");
  private static Path corpus = Path.of("");

  @BeforeAll
  static void prepare() throws Exception {
    tiny = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", tiny).code()).isZero();
    List<String> lines = new ArrayList<>();
    for (int seed = 0; seed < 12; seed++) {
      lines.add(MossJson.line(RandomConversations.of(seed)));
    }
    lines.add(Dialogues.CUT_LINE);
    corpus = Dialogues.writeLines(folder.resolve("corpus.jsonl"), lines);
  }

  @Test
  void aCorpusAndThenItsBetterPart() throws Exception {
    Path scored = folder.resolve("scored");
    Shell score =
        Shell.mosskit(
            "score", corpus, "--model", tiny, "--out", scored, "--backend", "cpu", "--json");
    assertThat(score.code()).as(score.err()).isZero();
    assertThat(score.number("records")).isEqualTo(12);
    assertThat(score.number("rejected")).isEqualTo(1);
    assertThat(score.number("scored_now")).isPositive();
    Shell again =
        Shell.mosskit("score", corpus, "--model", tiny, "--out", scored, "--backend", "cpu");
    assertThat(again.out()).contains("(0 now)").contains("mean IFD");
    Path best = folder.resolve("best");
    Shell select =
        Shell.mosskit(
            "select",
            scored.resolve("scored.jsonl"),
            "--out",
            best,
            "--by",
            "likelihood.ifd.mean",
            "--count",
            5,
            "--distance",
            "0.1");
    assertThat(select.code()).as(select.err()).isZero();
    assertThat(select.out()).contains("5 of 12 records selected");
    assertThat(Files.readAllLines(best.resolve("corpus.jsonl"))).hasSize(5);
    assertThat(best.resolve("report.html")).content().contains("likelihood.ifd.mean");
    String id = Dialogues.read(best.resolve("corpus.jsonl")).getFirst().string("conversation_id");
    assertThat(Shell.mosskit("why", id, best).out())
        .contains("scores: (model tiny, tokens ")
        .contains("select: selected (by likelihood.ifd.mean, score ");
  }

  @Test
  void pairsByTheRuleThatNeedsNoTraining() throws Exception {
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            """
            {"chosen": ["怎样泡茶？", "先温壶，再放茶叶。"], "rejected": ["怎样泡茶？", "不知道。"]}
            {"chosen": ["How?", "Warm the pot."], "rejected": ["Why?", "No."]}
            """);
    Path out = folder.resolve("rewarded.jsonl");
    Shell reward =
        Shell.mosskit("reward", pairs, "--model", tiny, "--out", out, "--backend", "cpu", "--json");
    assertThat(reward.code()).as(reward.err()).isZero();
    assertThat(reward.json().string("head")).isEqualTo("likelihood-gain (training-free)");
    assertThat(reward.number("pairs")).isEqualTo(1);
    assertThat(reward.number("rejected")).isEqualTo(1);
    assertThat(Files.readString(out)).contains("\"margin\":");
    assertThat(Files.readString(folder.resolve("rewarded.jsonl.rejected.jsonl")))
        .contains("\"reason\":\"no_pair\"")
        .contains("differ before their last replies");
  }

  @Test
  void aWholeRecipeWithBoth() throws Exception {
    Path recipe =
        Files.writeString(
            folder.resolve("recipe.yaml"),
            """
            title: 好的 A
            input: corpus.jsonl
            score: {model: tiny, batch: 4}
            select: {by: likelihood.ifd.mean, lowest: true, percent: 50, quotas: {code: 3}}
            """);
    Path out = folder.resolve("whole");
    Shell run = Shell.mosskit("run", recipe, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("scored by tiny").contains("records selected");
    assertThat(out.resolve("selected/corpus.jsonl")).isNotEmptyFile();
    assertThat(Shell.mosskit("run", recipe, "--out", out).out()).contains("(0 now)");
    String id =
        Dialogues.read(out.resolve("selected/rejected.jsonl")).stream()
            .filter(rejection -> "select".equals(rejection.string("stage")))
            .map(rejection -> (Json.Obj) rejection.members().get("record"))
            .map(record -> ((Json.Obj) record.members().get("mosskit")).string("id"))
            .findFirst()
            .orElseThrow();
    assertThat(Shell.mosskit("why", id, out).out())
        .contains("stage: select")
        .contains("reason: not_among_best");
  }

  @Test
  void amongRecordsWithATag() throws Exception {
    Path input =
        Dialogues.write(folder.resolve("untagged.jsonl"), Dialogues.tea("茶"), Dialogues.egg("egg"));
    Path tagged = folder.resolve("tagged.jsonl");
    assertThat(Shell.mosskit("tag", "apply", input, "--out", tagged).code()).isZero();
    Path out = folder.resolve("chinese");
    Object[] words = {
      "select", tagged, "--out", out, "--tag", "language/zh", "--tag", "category/honest"
    };
    Shell select = Shell.mosskit(words);
    assertThat(select.code()).as(select.err()).isZero();
    assertThat(select.out()).contains("Only with the language zh.", "1 of 2 records selected");
    assertThat(select.lines()).anyMatch(line -> line.matches(" *not_tagged +1"));
    assertThat(out.resolve("report.html")).content().contains("not_tagged");
    Path recipe =
        Files.writeString(
            folder.resolve("tagged.yaml"),
            "title: 茶 tea\ninput: untagged.jsonl\nselect: {tag: [language/en], count: 5}\n");
    Path whole = folder.resolve("english");
    Shell run = Shell.mosskit("run", recipe, "--out", whole, "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.number("selection", "rejected", "not_tagged")).isEqualTo(1);
    Shell untagged =
        Shell.mosskit("select", input, "--out", folder.resolve("no"), "--tag", "language/zh");
    assertThat(untagged.code()).isEqualTo(2);
    assertThat(untagged.err())
        .contains("no record has a tag of the facet \"language\"", "category", "tag apply");
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void namingWhatIsWrong() {
    assertThat(wrong("--tag", "zh")).contains("a facet and a value", "\"zh\"");
    assertThat(wrong("--farthest")).contains("give a count or a percentage");
    assertThat(wrong("--least", 3)).contains("name it with by");
    assertThat(wrong("--percentiles", "0,90")).contains("name it with by");
    assertThat(wrong("--lowest")).contains("name it with by");
    assertThat(wrong("--count", 2, "--percent", 3)).contains("not both");
    assertThat(wrong("--distance", "0.1", "--farthest")).contains("not both");
    assertThat(wrong("--by", "turns", "--percentiles", "90,10")).contains("the first the smaller");
    Shell onto = Shell.mosskit("select", corpus, "--out", folder);
    assertThat(onto.code()).isEqualTo(2);
    assertThat(onto.err()).contains("corpus.jsonl would be overwritten");
    Shell score = Shell.mosskit("score", corpus, "--model", tiny, "--out", folder, "--batch", 0);
    assertThat(score.code()).isEqualTo(2);
    assertThat(score.err()).contains("batch is 0 and must be at least 1");
  }

  private static String wrong(Object... options) {
    List<Object> words = new ArrayList<>(List.of("select", corpus, "--out", folder.resolve("no")));
    words.addAll(List.of(options));
    Shell shell = Shell.mosskit(words.toArray());
    assertThat(shell.code()).isEqualTo(2);
    return shell.err();
  }
}
