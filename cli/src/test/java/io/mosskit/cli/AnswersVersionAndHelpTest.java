package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class AnswersVersionAndHelpTest {

  @Test
  void versionExitsWithSuccess() {
    Shell version = Shell.mosskit("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).contains(Version.number());
  }

  @Test
  void noSubcommandIsAUsageErrorThatShowsTheCommands() {
    Shell nothing = Shell.mosskit();
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("name a command").contains("mosskit demo");
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    assertThat(Shell.mosskit("validat", "x").code()).isEqualTo(2);
  }

  static List<String> commands() {
    return Shell.commands().getSubcommands().keySet().stream()
        .filter(name -> !name.equals("generate-completion"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamples(String command) {
    Shell help = Shell.mosskit(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Examples:").contains("mosskit " + command).contains("--json");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theExamplesNameOnlyOptionsThatAreThere(String command) {
    String help = Shell.mosskit(command, "--help").out();
    String examples = help.substring(help.indexOf("Examples:")).replace("\\\n", " ");
    for (String example : examples.lines().filter(line -> line.contains("mosskit ")).toList()) {
      List<String> words = List.of(example.replaceAll("#.*|\\|.*", "").strip().split("\\s+"));
      CommandSpec options = specOf(words);
      assertThat(words)
          .filteredOn(word -> word.startsWith("--"))
          .allSatisfy(word ->
              assertThat(
                      options.findOption(word) != null
                          || options.negatedOptionsMap().containsKey(word))
                  .as(example)
                  .isTrue());
    }
  }

  /// The command that the words name: `tag apply` in `mosskit tag apply my-data/`.
  private static CommandSpec specOf(List<String> words) {
    CommandLine command = Shell.commands();
    for (String word : words.subList(1, words.size())) {
      CommandLine below = command.getSubcommands().get(word);
      if (below == null) {
        break;
      }
      command = below;
    }
    return command.getCommandSpec();
  }

  static Stream<String> all() {
    return Stream.concat(Stream.of(""), commands().stream());
  }

  @ParameterizedTest
  @MethodSource("all")
  void helpFitsAHundredColumns(String command) {
    Shell help = command.isEmpty() ? Shell.mosskit("--help") : Shell.mosskit(command, "--help");
    assertThat(help.lines())
        .allSatisfy(line -> assertThat(Table.width(line)).isLessThanOrEqualTo(100));
  }

  @Test
  void theListOfExitCodesIsThatOfTheCode() {
    String help = Shell.mosskit("--help").out();
    for (ExitCode code : ExitCode.values()) {
      assertThat(help).containsPattern("\\b" + code.number() + " [a-z]");
    }
  }

  @Test
  void aScriptThatCompletesCommandsIsGenerated() {
    Shell completion = Shell.mosskit("generate-completion");
    assertThat(completion.code()).isZero();
    assertThat(completion.out()).contains("complete -F").contains("curate").contains("--threshold");
  }
}
