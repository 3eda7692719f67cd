package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgesNoveltyTest {

  private static final String TEA = "怎样泡一壶好喝的绿茶？";
  private static final String EGG = "How long should I boil an egg until it is hard?";

  @TempDir Path folder;
  private Path pool;
  private Path candidates;
  private Path out;

  @BeforeEach
  void writeFiles() throws Exception {
    pool = folder.resolve("pool.jsonl");
    candidates = folder.resolve("candidates.jsonl");
    out = folder.resolve("decisions.jsonl");
    Files.write(pool, List.of(line("zh", TEA), line("en", EGG)));
    Files.write(
        candidates,
        List.of(
            line("a", "怎样泡一壶好喝的红茶？"),
            "{\"user_prompt\": \"给外婆写一封信，说说春天。\"}",
            "{\"id\": 7, \"user_prompt\": \"HOW long should I boil an egg, until it is soft?\"}",
            "{\"id\": \"none\", \"text\": \"no prompt\"}",
            "{\"id\": \"cut",
            line("b", "Write a letter to my grandmother about spring."),
            line("c", "Write a letter to my grandmother about autumn.")));
  }

  private static String line(String id, String text) {
    return "{\"id\": \"" + id + "\", \"user_prompt\": \"" + text + "\"}";
  }

  @Test
  void aDecisionALineInOrderAndTheCountsAddUp() throws Exception {
    Shell run =
        Shell.mosskit(
            "novelty", "--pool", pool, "--candidates", candidates, "--out", out, "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out))
        .containsExactly(
            "{\"id\":\"a\",\"accepted\":false,\"nearest\":\"zh\",\"rouge_l\":0.9}",
            "{\"id\":\"candidates-2\",\"accepted\":true,\"nearest\":\"zh\","
                + "\"rouge_l\":0.09523809523809523}",
            "{\"id\":\"7\",\"accepted\":false,\"nearest\":\"en\",\"rouge_l\":0.9090909090909091}",
            "{\"id\":\"b\",\"accepted\":true,\"nearest\":null,\"rouge_l\":0.0}",
            "{\"id\":\"c\",\"accepted\":true,\"nearest\":null,\"rouge_l\":0.0}");
    assertThat(run.number("pool")).isEqualTo(2);
    assertThat(run.number("candidates")).isEqualTo(7);
    assertThat(run.number("accepted")).isEqualTo(3);
    assertThat(run.number("refused")).isEqualTo(2);
    assertThat(run.number("rejected")).isEqualTo(2);
    assertThat(Files.readString(Decisions.rejectsOf(out)))
        .contains("\"missing_text\"", "no text in \\\"user_prompt\\\"", "\"line\":4", "\"line\":5");
  }

  @Test
  void aPoolThatGrowsRefusesWhatIsNearAnAcceptedCandidate() throws Exception {
    Shell run = Shell.mosskit("novelty", "--candidates", candidates, "--grow", "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out))
        .last()
        .asString()
        .isEqualTo("{\"id\":\"c\",\"accepted\":false,\"nearest\":\"b\",\"rouge_l\":0.875}");
    assertThat(run.out()).contains("7 candidates against a pool of 0: 4 accepted, 1 refused, 2");
  }

  @Test
  void withoutAFileDecisionsArePrintedAndRejectionsNoted() throws Exception {
    Shell run =
        Shell.mosskit("novelty", "--pool", pool, "--candidates", candidates, "--threshold", 1);
    assertThat(run.lines()).hasSize(5).allMatch(line -> line.contains("\"accepted\":true"));
    assertThat(run.err()).contains("candidates.jsonl:4: missing_text", "5 accepted");
    Shell counts = Shell.mosskit("novelty", "--pool", pool, "--candidates", candidates, "--json");
    assertThat(counts.lines()).hasSize(1);
    assertThat(counts.number("accepted")).isEqualTo(3);
  }

  @Test
  void theTextMayStandInsideAnotherMember() throws Exception {
    Path array = folder.resolve("array.json");
    Files.writeString(
        array, "[{\"a\": {\"b\": \"" + TEA + "\"}}, {\"a.b\": \"" + EGG + "\"}, {\"a\": 1}, [2]]");
    Files.writeString(pool, "{\"id\": \"x\", \"a\": {\"b\": \"喝茶\"}}\n{\"a\": {\"b\": [3]}}\n");
    Shell run =
        Shell.mosskit("novelty", "--pool", pool, "--candidates", array, "--field", "a.b", "--json");
    assertThat(run.number("accepted")).isEqualTo(2);
    assertThat(run.number("rejected")).isEqualTo(2);
    assertThat(run.number("pool")).isEqualTo(1);
    assertThat(run.number("pool_rejected")).isEqualTo(1);
  }

  @Test
  void anyNumberOfThreadsDecidesTheSame() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      lines.add(line("l" + i, i % 2 == 0 ? "第" + i % 97 + "首关于春天的诗" : EGG + " " + i % 89));
    }
    Files.write(candidates, lines);
    Files.write(pool, lines.subList(0, 300));
    List<List<String>> decisions = new ArrayList<>();
    for (int threads : List.of(1, 4)) {
      Shell run =
          Shell.mosskit(
              "novelty", "--pool", pool, "--candidates", candidates, "--threads", threads);
      decisions.add(run.lines());
    }
    assertThat(decisions.getFirst()).hasSize(3000).isEqualTo(decisions.getLast());
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    assertThat(Shell.mosskit("novelty", "--candidates", candidates).err()).contains("--grow");
    assertThat(Shell.mosskit("novelty", "--candidates", candidates).code()).isEqualTo(2);
    assertThat(
            Shell.mosskit("novelty", "--candidates", candidates, "--grow", "--threshold", 7).code())
        .isEqualTo(2);
    assertThat(
            Shell.mosskit("novelty", "--candidates", candidates, "--grow", "--out", candidates)
                .err())
        .contains("would be overwritten");
    assertThat(Shell.mosskit("novelty", "--candidates", folder.resolve("no"), "--grow").code())
        .isEqualTo(3);
  }
}
