package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropsWhatIsAboutTheSameTest {

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    input =
        Dialogues.writeLines(
            folder.resolve("in.jsonl"),
            List.of(
                "{\"id\": \"moon\", \"text\": \"please write a short poem about the autumn moon\"}",
                "{\"id\": \"turned\", \"text\": \"write a short poem about the autumn moon,"
                    + " please!\"}",
                "{\"id\": \"egg\", \"text\": \"how long do I boil an egg?\"}",
                "{\"id\": \"月\", \"text\": \"请写一首关于秋天月亮的短诗，谢谢\"}",
                "{\"id\": \"谢\", \"text\": \"谢谢，请写一首关于秋天月亮的短诗吧\"}",
                "{\"id\": \"none\"}"));
  }

  private Shell dedup(Object... words) {
    Object[] all =
        Stream.concat(
                Stream.of("dedup", input, "--text", "text", "--id", "id", "--clusters", clusters()),
                Stream.of(words))
            .toArray();
    return Shell.mosskit(all);
  }

  private Path clusters() {
    return folder.resolve("clusters.tsv");
  }

  @Test
  void anotherOrderOfWordsFallsBySpelling() throws Exception {
    Shell shell = dedup("--semantic", "--threshold", "0.8", "--out", folder.resolve("kept.jsonl"));
    assertThat(shell.code()).as(shell.err()).isZero();
    List<String> rows = Files.readAllLines(clusters());
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).startsWith("turned\tmoon\t0.").endsWith("\tsemantic");
    assertThat(rows.get(2)).startsWith("谢\t月\t0.").endsWith("\tsemantic");
    assertThat(Files.readAllLines(folder.resolve("kept.jsonl"))).hasSize(3);
    assertThat(shell.out()).contains("2 semantic");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".semantic"));
    }
  }

  @Test
  void theDefaultIsStricter() throws Exception {
    assertThat(dedup("--semantic", "--json").number("semantic")).isEqualTo(1);
    assertThat(Files.readAllLines(clusters()).getLast()).startsWith("turned\tmoon\t0.9");
  }

  @Test
  void signaturesKnowNoMeaning() {
    Shell shell =
        Shell.mosskit(
            "dedup", "--semantic", "--signatures", "s", "--rethreshold", "0.8", "--clusters", "c");
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("leave out --rethreshold");
    assertThat(dedup("--semantic", "--embeddings-model", "m", "--embeddings-url", "ftp://x").code())
        .isEqualTo(2);
  }
}
