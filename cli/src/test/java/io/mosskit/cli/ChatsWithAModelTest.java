package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatsWithAModelTest {

  @TempDir static Path folder;
  private static Path tiny;

  @BeforeAll
  static void makeOne() {
    tiny = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", tiny).code()).isZero();
  }

  @Test
  void repliesToChineseAndEnglishUntilStop() {
    Shell chat =
        typing(
            "你好，世界\nWhat is 6*7?\nclear\n\nagain 再来\nstop\nnever read\n",
            () ->
                Shell.mosskit(
                    "chat", "--model", tiny, "--max-new-tokens", 4, "--seed", 5, "--threads", 2));
    assertThat(chat.code()).as(chat.err()).isZero();
    assertThat(chat.out().split("tokens, ", -1)).hasSize(4);
    assertThat(chat.out()).contains("cut at the limit on tokens").endsWith("<|Human|>: ");
  }

  @Test
  void saysTheSameToTheSameSeed() {
    assertThat(reply(7)).isEqualTo(reply(7));
    assertThat(reply(7)).isNotEqualTo(reply(8));
  }

  private static String reply(long seed) {
    Shell chat =
        typing(
            "你好 hello\n",
            () -> Shell.mosskit("chat", "--model", tiny, "--max-new-tokens", 12, "--seed", seed));
    return chat.out().replaceAll("\\[.*]", "");
  }

  @Test
  void namesTheFileThatIsMissing() {
    Shell chat = Shell.mosskit("chat", "--model", folder.resolve("nowhere"));
    assertThat(chat.code()).isEqualTo(ExitCode.FILES.number());
    assertThat(chat.err()).contains("nowhere");
  }

  @Test
  void aShorterContextIsKept() {
    Shell chat =
        typing(
            "你好\nstop\n",
            () -> Shell.mosskit("chat", "--model", tiny, "--context", 400, "--seed", 5));
    assertThat(chat.code()).as(chat.err()).isZero();
    Shell longer = Shell.mosskit("chat", "--model", tiny, "--context", 4000);
    assertThat(longer.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(longer.err()).contains("--context is 4000, but this model reads 2 to 2048 tokens");
  }

  @Test
  void refusesSettingsThatCannotBe() {
    Shell chat = Shell.mosskit("chat", "--model", tiny, "--temperature", -1);
    assertThat(chat.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(chat.err()).contains("temperature is -1.0; expected 0 to 100");
  }

  @Test
  void withoutAnSdkTheProcessorsComputeAndSaySoOnce() {
    Shell chat = typing("你好\nhello\n", () -> Shell.mosskit("chat", "--model", tiny, "--seed", 5));
    assertThat(chat.code()).as(chat.err()).isZero();
    assertThat(chat.err().lines().filter(line -> line.contains("computing on the processors")))
        .hasSize(1);
  }

  @Test
  void withoutAnSdkTornadoEndsWithARemedy() {
    Shell chat = Shell.mosskit("chat", "--model", tiny, "--backend", "tornado");
    assertThat(chat.code()).isEqualTo(ExitCode.DEVICE.number());
    assertThat(chat.err()).contains("TORNADOVM_HOME", "--backend cpu").doesNotContain("\tat ");
  }

  @Test
  void aDeviceIsNoMatterOfTheProcessors() {
    Shell chat = Shell.mosskit("chat", "--model", tiny, "--backend", "cpu", "--device", "0:0");
    assertThat(chat.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(chat.err()).contains("--device is for --backend tornado");
  }

  private static Shell typing(String text, java.util.function.Supplier<Shell> command) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return command.get();
    } finally {
      System.setIn(before);
    }
  }
}
