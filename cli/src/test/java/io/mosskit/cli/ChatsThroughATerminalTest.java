package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `mosskit chat` in a process of its own at a pseudo-terminal, which python3 makes.
class ChatsThroughATerminalTest {

  @TempDir Path folder;

  @Test
  void streamsStopsAndTakesLongAndChineseInput() throws Exception {
    assumeTrue(runs("python3", "-c", "import pty"), "python3 with pty is not here");
    Path tiny = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", tiny).code()).isZero();
    Path drill =
        Path.of(Objects.requireNonNull(getClass().getResource("chat-drill.py"), "drill").toURI());
    List<String> line = new ArrayList<>(List.of("python3", drill.toString()));
    line.addAll(chat(tiny));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(each -> each.startsWith("ok"))).as(said).hasSize(11);
  }

  private static List<String> chat(Path model) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--add-modules=jdk.incubator.vector",
        "-Dstdin.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.mosskit.cli.Mosskit",
        "chat",
        "--model=" + model,
        "--preset=MOSS_INFERENCE", // with a high temperature, so that replies are long
        "--temperature=50",
        "--seed=3",
        "--max-new-tokens=300");
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
