package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.MossJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagsDialoguesTest {

  @TempDir Path folder;
  private Path corpus;

  @BeforeEach
  void writeCorpus() throws Exception {
    corpus = folder.resolve("corpus.jsonl");
    Files.write(
        corpus,
        List.of(
            line("d1", "用Python写一个快速排序函数"),
            line("d2", "Write a poem about the sea"),
            line("d3", "嗯"),
            "{\"broken\":"));
  }

  private static String line(String id, String user) {
    Turn turn = Turn.plain(1, user, "…");
    return MossJson.line(Conversation.of(id, MetaInstruction.plain(), List.of(turn)));
  }

  @Test
  void appliesExportsMergesAndComparesLabels() throws Exception {
    Path tagged = folder.resolve("tagged.jsonl");
    Shell applied = Shell.mosskit("tag", "apply", corpus, "--out", tagged, "--json");
    assertThat(applied.code()).as(applied.err()).isZero();
    assertThat(applied.number("tagged")).isEqualTo(3);
    assertThat(applied.number("rejected")).isEqualTo(1);
    assertThat(applied.number("tags", "task", "coding")).isEqualTo(1);
    assertThat(Files.readAllLines(tagged).getFirst())
        .contains(
            "{\"facet\":\"category\",\"name\":\"code\",\"origin\":\"model\",\"confidence\":0.")
        .contains("\"languages\":[{\"user\":\"zh\",\"reply\":\"other\"}]");

    Path table = folder.resolve("anna.csv");
    Shell exported = Shell.mosskit("tag", "export", tagged, "--out", table, "--limit", "2");
    assertThat(exported.lines()).containsExactly("2 of 3 dialogues written to " + table);
    assertThat(Files.readAllLines(table).get(1)).startsWith("d3,");

    Files.writeString(table, "id,category\nd1,code\nd2,writing\nd3,honest\n");
    Path ben = folder.resolve("ben.csv");
    Files.writeString(ben, "id,category,at\nd1,code,2026-11-22T10:00:00Z\nd2,brainstorming,\n");
    Path merged = folder.resolve("merged.jsonl");
    Shell alone =
        Shell.mosskit("tag", "merge", tagged, "--labels", table, "--by", "anna", "--out", merged);
    assertThat(alone.code()).as(alone.out()).isZero();
    assertThat(Files.readAllLines(merged).get(2))
        .contains("\"name\":\"honest\",\"origin\":\"human\",\"annotator\":\"anna\",\"at\":\"20");
    Shell both =
        Shell.mosskit("tag", "merge", tagged, "--labels", table, ben, "--by", "x", "--out", merged);
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("1 dialogues with conflicting labels", "brainstorming");

    Shell agreement = Shell.mosskit("tag", "agreement", table, ben);
    assertThat(agreement.code()).isZero();
    assertThat(agreement.out()).contains("2 dialogues labelled by all 2: Fleiss' kappa", "0.333");
  }

  @Test
  void trainsAndEvaluates() throws Exception {
    List<String> rows = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < 12; i++) {
      rows.add("写一首关于第" + i + "个春天的诗,诗");
      rows.add("sort list number " + i + " in python,code");
    }
    Path table = folder.resolve("labelled.csv");
    Files.write(table, rows);
    Path model = folder.resolve("my.model");
    Shell trained =
        Shell.mosskit(
            "tag", "train", table, "--out", model, "--facet", "topic", "--date", "2026-11-22");
    assertThat(trained.code()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("2 labels of 24 examples by the first user turn");
    byte[] bytes = Files.readAllBytes(model);
    Shell.mosskit(
        "tag", "train", table, "--out", model, "--facet", "topic", "--date", "2026-11-22");
    assertThat(Files.readAllBytes(model)).isEqualTo(bytes);

    Path matrix = folder.resolve("matrix.csv");
    Shell evaluated = Shell.mosskit("tag", "evaluate", table, "--folds", "3", "--csv", matrix);
    assertThat(evaluated.out()).contains("24 examples: macro-F1 1.000, accuracy 1.000");
    assertThat(Files.readAllLines(matrix)).hasSize(3);
    Shell twice = Shell.mosskit("tag", "evaluate", table, "--repeats", "2");
    assertThat(twice.out()).contains("48 examples: macro-F1 1.000");
    assertThat(Shell.mosskit("tag", "evaluate", table, "--repeats", "0").code()).isEqualTo(2);
    Shell ready = Shell.mosskit("tag", "evaluate", table, "--model", model, "--json");
    assertThat(ready.number("confusion", "诗", "诗")).isEqualTo(12);

    Path tagged = folder.resolve("tagged.jsonl");
    Shell applied = Shell.mosskit("tag", "apply", corpus, "--out", tagged, "--model", model);
    assertThat(applied.code()).as(applied.err()).isZero();
    assertThat(Files.readAllLines(tagged).getFirst())
        .contains("{\"facet\":\"topic\",\"name\":\"code\"");
  }

  @Test
  void errorsSayWhatToDo() throws Exception {
    Path out = folder.resolve("out");
    assertThat(Shell.mosskit("tag").err()).contains("name what to do");
    assertThat(Shell.mosskit("tag", "apply", corpus, "--out", corpus).code()).isEqualTo(2);
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"), "facet,value,field,query,confidence\na,b,c,d,e\n");
    Shell rules = Shell.mosskit("tag", "apply", corpus, "--out", out, "--rules", bad);
    assertThat(rules.code()).isEqualTo(3);
    assertThat(rules.err()).contains("bad.csv:2: expected the field first, user or reply, found c");
    Shell model = Shell.mosskit("tag", "apply", corpus, "--out", out, "--model", bad);
    assertThat(model.err()).contains("bad.csv: expected a model of mosskit");
    Shell text = Shell.mosskit("tag", "evaluate", corpus, "--text", "all");
    assertThat(text.code()).isEqualTo(2);
    assertThat(text.err()).contains("--text all is none of first-user-turn");
    Path one = Files.writeString(folder.resolve("one.csv"), "text,label\na,b\n");
    assertThat(Shell.mosskit("tag", "evaluate", one).err()).contains("two labels or more");
    assertThat(Shell.mosskit("tag", "evaluate", one, "--folds", "1").err())
        .contains("--folds is 2");
    Shell floor = Shell.mosskit("tag", "apply", corpus, "--out", out, "--min-confidence", "2");
    assertThat(floor.err()).contains("--min-confidence is from 0 to 1");
    assertThat(Shell.mosskit("tag", "agreement", one, one).err()).contains("two tables are named");
  }
}
