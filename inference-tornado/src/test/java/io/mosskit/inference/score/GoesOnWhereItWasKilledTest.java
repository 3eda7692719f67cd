package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.testing.RandomConversations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoesOnWhereItWasKilledTest {

  private static final int DIALOGUES = 80;

  @TempDir private Path folder;
  private Path model = Path.of("");
  private Path corpus = Path.of("");

  @BeforeEach
  void prepare() throws Exception {
    model = SmallModel.make(folder.resolve("model"), 4096);
    List<String> lines = new ArrayList<>();
    for (int seed = 0; seed < DIALOGUES; seed++) {
      lines.add(MossJson.line(RandomConversations.of(seed)));
    }
    corpus = Files.write(folder.resolve("corpus.jsonl"), lines);
  }

  @Test
  void scoringNoDialogueTwice() throws Exception {
    Path out = folder.resolve("killed");
    Path journal = out.resolve("scores.journal");
    Process process = start(out);
    while (process.isAlive() && lines(journal) < 5) {
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    long before = lines(journal) - 1; // its first line is no score
    assertThat(before).isBetween(4L, DIALOGUES - 1L);
    assertThat(out.resolve("scored.jsonl")).doesNotExist();

    ScoringSummary rest = ScoringProcess.run(model, corpus, out);
    Path undisturbed = folder.resolve("undisturbed");
    ScoringSummary whole = ScoringProcess.run(model, corpus, undisturbed);
    assertThat(rest.records()).isEqualTo(DIALOGUES);
    assertThat(before + rest.now()).isEqualTo(whole.now());
    assertThat(lines(journal)).isEqualTo(1 + whole.now());
    assertThat(Files.readAllLines(journal)).doesNotHaveDuplicates();
    for (String name : List.of("scored.jsonl", "scores.csv", "summary.json")) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(undisturbed.resolve(name));
    }
    assertThat(ScoringProcess.run(model, corpus, out).now()).isZero();
  }

  @Test
  void leavingOutALineThatWasCutOff() throws Exception {
    Path few = Files.write(folder.resolve("few.jsonl"), Files.readAllLines(corpus).subList(0, 5));
    Path out = folder.resolve("torn");
    ScoringProcess.run(model, few, out);
    Path journal = out.resolve("scores.journal");
    byte[] whole = Files.readAllBytes(journal);
    byte[] scored = Files.readAllBytes(out.resolve("scored.jsonl"));
    for (int cut : List.of(1, 2, 100)) {
      Files.write(journal, Arrays.copyOf(whole, whole.length - cut));
      assertThat(ScoringProcess.run(model, few, out).now()).isEqualTo(1);
      assertThat(out.resolve("scored.jsonl")).hasBinaryContent(scored);
    }
  }

  @Test
  void butNotAfterAnotherModel() throws Exception {
    Path few = Files.write(folder.resolve("few.jsonl"), Files.readAllLines(corpus).subList(0, 2));
    Path out = folder.resolve("mixed");
    ScoringProcess.run(model, few, out);
    Path other = SmallModel.make(folder.resolve("other"), 2048);
    assertThatThrownBy(() -> ScoringProcess.run(other, few, out))
        .isInstanceOf(ScoredOtherwiseException.class)
        .hasMessageContaining("scores.journal holds scores made with")
        .hasMessageContaining("choose another folder");
    Files.writeString(
        out.resolve("scores.journal"), "no JSON\n", StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> ScoringProcess.run(model, few, out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("delete the file to score anew");
  }

  @Test
  void norOnAnotherBackend() throws Exception {
    Path few = Files.write(folder.resolve("few.jsonl"), Files.readAllLines(corpus).subList(0, 2));
    Path out = folder.resolve("mixed");
    ScoringProcess.run(model, few, out);
    Path journal = out.resolve("scores.journal");
    String begun = Files.readString(journal);
    assertThat(begun.lines().findFirst()).get().asString().contains("\"backend\":\"cpu\"");
    String onDevice = begun.replaceFirst("\"cpu\"", "\"tornado\"");
    Files.writeString(journal, onDevice);
    assertThatThrownBy(() -> ScoringProcess.run(model, few, out))
        .isInstanceOf(ScoredOtherwiseException.class)
        .hasMessageContaining("\"backend\":\"tornado\"")
        .hasMessageContaining("not with {")
        .hasMessageContaining("\"backend\":\"cpu\"")
        .hasMessageContaining("--backend");
    assertThat(journal).hasContent(onDevice);
  }

  private Process start(Path out) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules=jdk.incubator.vector",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            ScoringProcess.class.getName(),
            model.toString(),
            corpus.toString(),
            out.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.chars().filter(c -> c == '\n').count();
  }
}
