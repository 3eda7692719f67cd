package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.MossJson;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindsDuplicatesInAnyJsonlTest {

  private static final String SPRING = "请给外婆写一封信，说说今年春天院子里开的花，还有新来的小猫";
  private static final String TRAIN =
      "Write a story about a train that crosses the mountains at night and never stops anywhere";

  @TempDir Path folder;
  private Path corpus;
  private Path clusters;

  @BeforeEach
  void writeFiles() throws Exception {
    corpus = folder.resolve("corpus.jsonl");
    clusters = folder.resolve("clusters.tsv");
    Files.write(
        corpus,
        List.of(
            line("春1", SPRING, "0.2"),
            line("t1", TRAIN, "0.9"),
            "{\"id\": 3, \"body\": {\"text\": \"" + TRAIN + " else\"}, \"score\": 0.1}",
            line("春2", SPRING + "！", "0.8"),
            "{\"id\": \"lost\", \"body\": {}}",
            "{\"id\": \"cut",
            line("春\\t3", SPRING + "狗儿", "0.5"),
            line("own", "Nothing like the others, 与众不同", "0.5")));
  }

  private static String line(String id, String text, String score) {
    return "{\"id\": \"%s\", \"body\": {\"text\": \"%s\"}, \"score\": %s}"
        .formatted(id, text, score);
  }

  private Shell dedup(Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("dedup", corpus, "--text", "body.text", "--id", "id"));
    words.addAll(List.of("--clusters", clusters));
    words.addAll(List.of(more));
    return Shell.mosskit(words.toArray());
  }

  @Test
  void theLongestStaysAndTheCountsAddUp() throws Exception {
    Shell run = dedup("--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(clusters))
        .containsExactly(
            "kept\tdropped\tscore\tkind",
            "春\\t3\t春1\t0.92\tnear",
            "3\tt1\t0.923077\tnear",
            "春\\t3\t春2\t0.92\tnear");
    assertThat(run.number("records")).isEqualTo(8);
    assertThat(run.number("kept") + run.number("dropped") + run.number("rejected")).isEqualTo(8);
    assertThat(run.number("rejected")).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("clusters.tsv.rejected.jsonl")))
        .contains("missing_field", "\"line\":5", "not_json", "\"line\":6");
    assertThat(folder.resolve("clusters.tsv.signatures")).doesNotExist();
  }

  @Test
  void priorityDecidesWhoStaysAndWhatStaysIsCopiedAsItWas() throws Exception {
    Path out = folder.resolve("kept.jsonl");
    Path dropped = folder.resolve("dropped.jsonl");
    Shell run = dedup("--priority", "score", "--out", out, "--dropped", dropped);
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = Files.readAllLines(corpus);
    assertThat(Files.readAllLines(out)).containsExactly(lines.get(1), lines.get(3), lines.get(7));
    assertThat(Files.readAllLines(clusters).subList(1, 4))
        .containsExactly("春2\t春1\t1.0\texact", "t1\t3\t0.923077\tnear", "春2\t春\\t3\t0.92\tnear");
    assertThat(Files.readAllLines(dropped))
        .hasSize(3)
        .first()
        .asString()
        .contains("\"reason\":\"exact_duplicate\"", "\"kept\":\"春2\"", "\"line\":1", SPRING);
    assertThat(run.out()).contains("8 records: 3 kept, 3 dropped at 0.7 (1 with the same text");
  }

  @Test
  void anotherThresholdIsDecidedWithoutTheCorpus() throws Exception {
    Path signatures = folder.resolve("corpus.signatures");
    assertThat(dedup("--threshold", "0.94").code()).isZero();
    String expected = Files.readString(clusters);
    assertThat(expected).doesNotContain("t1\t");
    assertThat(dedup("--signatures", signatures).code()).isZero();
    assertThat(Files.readString(clusters)).isNotEqualTo(expected);
    Files.delete(corpus);
    Shell again =
        Shell.mosskit(
            "dedup", "--signatures", signatures, "--rethreshold", "0.94", "--clusters", clusters);
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(Files.readString(clusters)).isEqualTo(expected);
  }

  @Test
  void otherFilesThanThoseOfTheSignaturesAreNotCopied() throws Exception {
    Path signatures = folder.resolve("corpus.signatures");
    assertThat(dedup("--signatures", signatures).code()).isZero();
    Files.writeString(corpus, line("new", SPRING, "1"));
    Shell run =
        Shell.mosskit(
            "dedup",
            corpus,
            "--text",
            "body.text",
            "--signatures",
            signatures,
            "--rethreshold",
            "0.8",
            "--clusters",
            clusters,
            "--out",
            folder.resolve("out.jsonl"));
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(run.err()).contains("name the same files in the same order");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void damagedSignaturesAreRefused() throws Exception {
    Path signatures = folder.resolve("corpus.signatures");
    assertThat(dedup("--signatures", signatures).code()).isZero();
    byte[] bytes = Files.readAllBytes(signatures);
    Files.write(signatures, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Shell run =
        Shell.mosskit(
            "dedup", "--signatures", signatures, "--rethreshold", "0.8", "--clusters", clusters);
    assertThat(run.code()).isEqualTo(ExitCode.FILES.number());
    assertThat(run.err()).contains("is cut off; write it again from the texts");
  }

  @Test
  void aClusterThatSwallowsTheFileStopsTheRun() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lines.add(line("r" + i, i < 150 ? SPRING : "Numbers 数字 " + i + " " + i * i, "1"));
    }
    Files.write(corpus, lines);
    Shell stopped = dedup("--max-cluster-share", "0.5");
    assertThat(stopped.code()).isEqualTo(ExitCode.FOUND.number());
    assertThat(stopped.err())
        .contains("150 of the 200 records of " + corpus + " (75.0 %)", "r0", "raise --threshold");
    assertThat(clusters).doesNotExist();
    Shell warned = dedup();
    assertThat(warned.code()).isZero();
    assertThat(warned.err()).contains("75.0 %", "--max-cluster-share stops such a run");
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      lines.add(line("r" + i, SPRING + " seed " + i % 700 + " " + i % 90 + "天 " + TRAIN, "1"));
    }
    Files.write(corpus, lines);
    assertThat(dedup("--threshold", "0.5", "--threads", "1").code()).isZero();
    String expected = Files.readString(clusters);
    assertThat(expected.lines().count()).isGreaterThan(1000);
    assertThat(dedup("--threshold", "0.5", "--threads", "4").code()).isZero();
    assertThat(Files.readString(clusters)).isEqualTo(expected);
  }

  @Test
  void dialoguesAreComparedByRoleAndCompressedFilesAreRead() throws Exception {
    Path dialogues = folder.resolve("dialogues.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(dialogues))) {
      for (String id : List.of("a", "b")) {
        out.write((MossJson.line(Dialogues.tea(id)) + "\n").getBytes(StandardCharsets.UTF_8));
        out.write((MossJson.line(Dialogues.egg(id + 2)) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Path out = folder.resolve("kept.jsonl");
    Shell run =
        Shell.mosskit(
            "dedup", dialogues, "--key", "user-turns", "--clusters", clusters, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(clusters).subList(1, 3))
        .containsExactly("a\tb\t1.0\texact", "a2\tb2\t1.0\texact");
    assertThat(Files.readAllLines(out))
        .containsExactly(MossJson.line(Dialogues.tea("a")), MossJson.line(Dialogues.egg("a2")));
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertThat(dedup("--key", "record").err()).contains("--key reads dialogues");
    assertThat(dedup("--rethreshold", "0.5").err()).contains("name their file");
    assertThat(dedup("--threshold", "1.5").err()).contains("above 0 and up to 1, not 1.5");
    assertThat(dedup("--out", clusters).err()).contains("a file of its own");
    assertThat(dedup("--out", corpus).err()).contains("would be overwritten");
    Shell nothing = Shell.mosskit("dedup", "--clusters", clusters);
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(nothing.err()).contains("name the files to read");
  }
}
