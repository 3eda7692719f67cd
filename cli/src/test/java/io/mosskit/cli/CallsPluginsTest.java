package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsPluginsTest {

  @TempDir Path folder;

  @Test
  void installedPluginsAreListedWithWhatTheyAnswer() throws Exception {
    Shell plugins = Shell.mosskit("plugins");
    assertThat(plugins.code()).isZero();
    assertThat(plugins.out())
        .contains("Calculate(expression)", "Solve(equation)", "Text2Image(description)")
        .contains("as Python prints it");
    Json listed = Shell.mosskit("plugins", "--json").json().get("plugins");
    assertThat(((Json.Arr) java.util.Objects.requireNonNull(listed)).elements())
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void callsAreExecutedAsATurnWould() throws Exception {
    String calls = "Calculate(\"6*7\"), Solve(\"单价+3=5\"), Calculate(\"2^10\")";
    Shell shell = Shell.mosskit("plugins", "call", calls);
    assertThat(shell.code()).isZero();
    assertThat(shell.lines())
        .containsSubsequence(
            "results of the turn:",
            "Calculate(\"6*7\") => '42'",
            "Calculate(\"2^10\") => '1024'",
            "Solve(\"单价+3=5\") =>",
            "单价 = 2",
            "tool message of Calculate(\"6*7\"):",
            "42",
            "receipt:");
    Json.Obj json = Shell.mosskit("plugins", "call", calls, "--json").json();
    assertThat(json.string("results")).startsWith("Calculate(\"6*7\") => '42'\n");
    assertThat(json.text()).contains("\"tool_message\":\"单价 = 2\"", "\"output_sha256\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Calculate(\"1/0\")", "Solve(\"苹果+梨=9\")", "Calculate(\"\")"})
  void aCallWithoutAnAnswerExitsWithOne(String call) {
    Shell shell = Shell.mosskit("plugins", "call", call);
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out()).contains("No result", "\"failure\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Calculate(6*7)",
        "None",
        "",
        "计算(\"1\")",
        "Calculate(\"<eoc>\")",
        "Weather(\"北京\")"
      })
  void whatIsNoCallOfAnInstalledPluginIsAUsageError(String call) {
    Shell shell = Shell.mosskit("plugins", "call", call);
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).containsAnyOf("expected", "calls nothing", "installed are [Calculate");
  }

  @Test
  void aPictureIsWrittenWhereItIsWanted() throws Exception {
    Path pictures = folder.resolve("pictures");
    Shell shell = Shell.mosskit("plugins", "call", "Text2Image(\"红色的桥\")", "--images", pictures);
    assertThat(shell.code()).isZero();
    assertThat(shell.lines()).contains("Image generated successfully.");
    try (Stream<Path> files = Files.list(pictures)) {
      Path picture = files.findFirst().orElseThrow();
      assertThat(shell.out()).contains(picture.getFileName().toString());
    }
  }

  @Test
  void halfASayAboutPicturesIsAUsageError() {
    String call = "Text2Image(\"bridge 桥\")";
    assertThat(Shell.mosskit("plugins", "call", call, "--images-model", "m").code()).isEqualTo(2);
    assertThat(Shell.mosskit("plugins", "call", call, "--images-url", "http://127.0.0.1:1").err())
        .contains("--images-url wants --images");
    Shell wrong =
        Shell.mosskit(
            "plugins",
            "call",
            call,
            "--images",
            folder,
            "--images-url",
            "ftp://x",
            "--images-model",
            "m");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("no address of images: ftp://x");
  }

  @Test
  void helpOfACallHasExamples() {
    Shell help = Shell.mosskit("plugins", "call", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Examples:", "--images", "--json", "Exit code 1");
  }
}
