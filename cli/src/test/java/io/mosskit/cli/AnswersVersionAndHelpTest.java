package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AnswersVersionAndHelpTest {
  @Test
  void versionExitsWithSuccess() {
    assertThat(new CommandLine(new Mosskit()).execute("--version")).isZero();
  }

  @Test
  void noSubcommandIsAUsageError() {
    assertThat(new CommandLine(new Mosskit()).execute()).isEqualTo(CommandLine.ExitCode.USAGE);
  }
}
