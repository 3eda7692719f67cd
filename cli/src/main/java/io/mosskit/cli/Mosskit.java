package io.mosskit.cli;

import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The `mosskit` command.
@Command(
    name = "mosskit",
    description = {
      "From seed prompts to a verified, deduplicated, tagged SFT corpus in MOSS-003 format.",
      ""
    },
    footer = {
      "",
      "Begin with:",
      "  mosskit demo                          make a small corpus, no key and no model needed",
      "  mosskit stats my-data/                what is in a folder of MOSS-003 dialogues",
      "  mosskit curate my-data/ --out clean/  deduplicate, tag and filter it",
      "  mosskit COMMAND --help                options and examples of a command",
      "",
      "Exit codes: 0 done, 1 something invalid was found, 2 usage, 3 files, 4 teacher, 5 bug,",
      "130 interrupted."
    },
    subcommands = {
      CurateCommand.class,
      ValidateCommand.class,
      StatsCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Mosskit implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Mosskit() {}

  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /// Runs one command line in this process and returns its exit code. Results go to `out`,
  /// everything about their making to `err`.
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new Console(out, err, false, Clock.systemUTC()), args);
  }

  private static int run(Console console, String... args) {
    return new CommandLine(new Mosskit(), new Commands(console))
        .setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, _, parsed) -> explain(e, console, parsed))
        .execute(args);
  }

  private static int explain(Exception e, Console console, ParseResult parsed) {
    ExitCode code =
        switch (e) {
          case CommandFailure failure -> failure.exitCode();
          case ChatException _ -> ExitCode.TEACHER;
          case UncheckedIOException _, IOException _ -> ExitCode.FILES;
          case InterruptedException _ -> ExitCode.INTERRUPTED;
          default -> ExitCode.BUG;
        };
    switch (e) {
      case UncheckedIOException failure when failure.getCause() != null ->
          console.note(explain(failure.getCause()));
      case IOException failure -> console.note(explain(failure));
      case InterruptedException _ ->
          console.note("interrupted; the same command goes on where it stopped");
      default -> console.note(String.valueOf(e.getMessage()));
    }
    if (code == ExitCode.BUG) {
      console.note("this is a bug in mosskit " + Version.number() + "; please report it with what");
      console.note(
          "follows and the command line: mosskit " + String.join(" ", parsed.originalArgs()));
      e.printStackTrace(console.err());
    }
    return code.number();
  }

  private static String explain(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException file when file.getReason() != null ->
          file.getFile() + ": " + file.getReason();
      case FileSystemException file ->
          file.getFile() + ": " + file.getClass().getSimpleName().replace("Exception", "");
      default -> String.valueOf(e.getMessage());
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /// Makes commands that speak on one console.
  private record Commands(Console console) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (CommandBase.class.isAssignableFrom(type)) {
        K command = CommandLine.defaultFactory().create(type);
        ((CommandBase) command).speakOn(console);
        return command;
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
