package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusesToServeTest {

  @TempDir static Path folder;
  private static Path tiny;

  @BeforeAll
  static void makeOne() {
    tiny = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", tiny).code()).isZero();
  }

  private static void usage(String message, Object... words) {
    Shell serve = Shell.mosskit(words);
    assertThat(serve.code()).as(serve.err()).isEqualTo(ExitCode.USAGE.number());
    assertThat(serve.err()).contains(message);
  }

  @Test
  void wantsATokenWhereOthersCanReachIt() {
    usage(
        "others can reach this server; give it a token",
        "serve",
        "--model",
        tiny,
        "--host",
        "0.0.0.0",
        "--port",
        0);
    usage(
        "MOSSKIT_NO_SUCH_VARIABLE is not set; put the token there",
        "serve",
        "--model",
        tiny,
        "--token-env",
        "MOSSKIT_NO_SUCH_VARIABLE");
  }

  @Test
  void wantsAUsableToken() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n");
    usage("the file is empty", "serve", "--model", tiny, "--token-file", empty);
    Path blanks = Files.writeString(folder.resolve("blanks.txt"), "a token 令牌 of words\n");
    usage("printable ASCII", "serve", "--model", tiny, "--token-file", blanks);
    usage(
        "leave one of them out",
        "serve",
        "--model",
        tiny,
        "--token-file",
        empty,
        "--token-env",
        "HOME");
  }

  @Test
  void namesWhatCannotBe() {
    usage("no host is called", "serve", "--model", tiny, "--host", "no.such.host.invalid");
    usage("--parallel is 0; expected at least 1", "serve", "--model", tiny, "--parallel", 0);
    usage("--queue is 0; expected at least 1", "serve", "--model", tiny, "--queue", 0);
    usage("this model reads 2 to 2048 tokens", "serve", "--model", tiny, "--context", 4000);
    usage("--grace is -1", "serve", "--model", tiny, "--grace", -1);
    usage("port out of range", "serve", "--model", tiny, "--port", 70_000);
    Shell nowhere = Shell.mosskit("serve", "--model", folder.resolve("nowhere"));
    assertThat(nowhere.code()).isEqualTo(ExitCode.FILES.number());
  }

  @Test
  void saysWhereAPortIsTaken() throws Exception {
    try (Serving first = Serving.with("--model", tiny)) {
      int port = URI.create(first.baseUrl()).getPort();
      Shell second = Shell.mosskit("serve", "--model", tiny, "--port", port);
      assertThat(second.code()).isEqualTo(ExitCode.FILES.number());
      assertThat(second.err()).contains("port " + port);
    }
  }
}
