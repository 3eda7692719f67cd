package io.mosskit.cli;

import org.jspecify.annotations.Nullable;

/// A command cannot go on; the message says what happened and what to do.
final class CommandFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  CommandFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /// Asks of an option that what it says is more than blanks.
  ///
  /// @param value null where the option is not given
  static void requireWords(String option, @Nullable String value) throws CommandFailure {
    if (value != null && value.isBlank()) {
      throw new CommandFailure(
          ExitCode.USAGE, option + " wants a word or more; leave it out for its default");
    }
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
