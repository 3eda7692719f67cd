package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecontaminatesIntoAFolderTest {
  private static final List<String> FILES =
      List.of("corpus.jsonl", "rejected.jsonl", "contamination.tsv", "contamination.json");

  /// An expectation that is missing is written, and the test fails: look at it, and keep it if it
  /// is right.
  private static final Path GOLDEN =
      Path.of("src/test/resources/io/mosskit/curation/contamination/golden");

  @TempDir Path folder;

  private Path corpus() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(MossJson.line(Dialogues.of("zh", "请问：" + Sets.POEM, "想到了故乡的亲人。")));
    lines.add(
        MossJson.line(Dialogues.of("en", "A riddle?", "\"" + Sets.FOXES + "\"\n\tThe red one.")));
    lines.add(MossJson.line(Dialogues.of("clean", "狐狸会游泳吗？", "Yes, foxes swim well.")));
    lines.add(
        MossJson.line(
            Dialogues.withPlugin("call", "Find it.", "Search(\"foxes\")", Sets.FOXES, "找到了。")));
    lines.add(
        MossJson.line(Dialogues.of("near", "床前的月光，请问他由此", "Which of the two foxes crossed it?")));
    lines.add("{\"conversation_id\": \"cut");
    return Files.write(folder.resolve("in.jsonl"), lines);
  }

  private ContaminationReport run(Path in, Path out, Policy policy, int threads)
      throws IOException {
    EvaluationSets sets = Sets.foxesAndPoem(Matching.standard().withSuspects());
    return Decontamination.run(
        Corpus.of(List.of(in), ReadOptions.defaults().withThreads(threads)),
        new Decontaminator(sets, policy),
        out,
        Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void whatGoesInComesOutOrIsRejected(Policy policy) throws IOException {
    Path in = corpus();
    Path out = folder.resolve("out");
    ContaminationReport report = run(in, out, policy, 1);
    assertThat(report.records()).isEqualTo(6).isEqualTo(report.kept() + report.rejected());
    assertThat(Files.readAllLines(out.resolve("corpus.jsonl"))).hasSize((int) report.kept());
    assertThat(Files.readAllLines(out.resolve("rejected.jsonl")))
        .hasSize((int) report.rejected())
        .allMatch(line -> line.contains("\"reason\":\""));
    assertThat(report.rejected())
        .isEqualTo(
            switch (policy) {
              case DROP -> 4;
              case MASK -> 2;
              case TAG -> 1;
            });
    assertThat(report.sets()).extracting(set -> set.contaminated()).containsExactly(1L, 1L);
    assertThat(report.sets()).extracting(set -> set.dialogues()).containsExactly(2L, 1L);
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void theFilesAreThoseOfTheGoldenFolder(Policy policy) throws IOException {
    Path in = corpus();
    Path out = folder.resolve("out");
    run(in, out, policy, 1);
    for (String name : FILES) {
      String written = Files.readString(out.resolve(name)).replace(in.toString(), "in.jsonl");
      Path golden = GOLDEN.resolve(policy.label()).resolve(name);
      if (!Files.exists(golden)) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, written);
        fail(golden + " was missing and is written now; look at it and run the test again");
      }
      assertThat(written).as(name).isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void threadsMakeNoDifference() throws IOException {
    Path in = corpus();
    String line = Files.readString(in);
    Files.writeString(in, line.repeat(200));
    run(in, folder.resolve("one"), Policy.MASK, 1);
    run(in, folder.resolve("four"), Policy.MASK, 4);
    for (String name : FILES) {
      assertThat(folder.resolve("four").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("one").resolve(name));
    }
  }

  @Test
  void theInputIsNeverOverwritten() throws IOException {
    Path in = Files.move(corpus(), folder.resolve("rejected.jsonl"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(in, folder, Policy.DROP, 1))
        .withMessageContaining("would be overwritten");
  }
}
