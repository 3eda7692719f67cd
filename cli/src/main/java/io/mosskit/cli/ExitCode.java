package io.mosskit.cli;

/// How a command ends. The numbers are documented in `docs/command-line.md` and stay as they are.
enum ExitCode {
  /// Done.
  DONE(0),
  /// Done, and the input holds what was asked to be found: invalid records, a drop without a
  /// reason.
  FOUND(1),
  /// The command line or a recipe is not understood.
  USAGE(2),
  /// A file or folder cannot be read or written.
  FILES(3),
  /// The teacher or search engine cannot be used: wrong key, unknown model, nothing at that
  /// address.
  TEACHER(4),
  /// A law of the toolkit is broken: a bug, please report it.
  BUG(5),
  /// The budget leaves too little to go on; the same command with a larger one does.
  BUDGET(6),
  /// The device that was asked for is not there, or cannot compute.
  DEVICE(7),
  /// Stopped by Ctrl-C; the same command goes on where it stopped.
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
