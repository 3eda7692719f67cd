package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.inference.tornado.DeviceException;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
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
      "6 budget reached, 7 device, 130 interrupted."
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      GenerateCommand.class,
      CurateCommand.class,
      DedupCommand.class,
      ScoreCommand.class,
      RewardCommand.class,
      SelectCommand.class,
      SplitCommand.class,
      CardCommand.class,
      TagCommand.class,
      ValidateCommand.class,
      AuditCommand.class,
      ScrubCommand.class,
      DecontaminateCommand.class,
      FilterCommand.class,
      StatsCommand.class,
      ConvertCommand.class,
      NoveltyCommand.class,
      PluginsCommand.class,
      SearchCommand.class,
      WhyCommand.class,
      ExplainCommand.class,
      IndexCommand.class,
      RunsCommand.class,
      RehearseCommand.class,
      ChatCommand.class,
      RespondCommand.class,
      JudgeCommand.class,
      PreferCommand.class,
      EvalCommand.class,
      ServeCommand.class,
      ModelCommand.class,
      DevicesCommand.class,
      TokenizeCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Mosskit implements Runnable {

  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  Mosskit() {}

  public static void main(String[] args) {
    Thread command = Thread.currentThread();
    Thread stop = new Thread(() -> interrupt(command), "mosskit-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    int code = run(Console.ofProcess(), args);
    if (code != ExitCode.INTERRUPTED.number()) {
      Runtime.getRuntime().removeShutdownHook(stop);
      System.exit(code);
    }
  }

  /// On Ctrl-C: the command may end what it is writing, but not take longer than a person waits.
  private static void interrupt(Thread command) {
    command.interrupt();
    try {
      command.join(STOP_WITHIN);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Runs one command line in this process and returns its exit code. Results go to `out`,
  /// everything about their making to `err`.
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new Console(out, err, false, Clock.systemUTC()), args);
  }

  private static int run(Console console, String... args) {
    return commandLine(console).execute(args);
  }

  /// The command and all those below it, speaking on one console.
  static CommandLine commandLine(Console console) {
    return new CommandLine(new Mosskit(), new Commands(console))
        .setOut(console.out())
        .setErr(console.err())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, _, parsed) -> explain(e, console, parsed));
  }

  private static int explain(Exception e, Console console, ParseResult parsed) {
    ExitCode code =
        switch (e) {
          case CommandFailure failure -> failure.exitCode();
          case ChatException _ -> ExitCode.TEACHER;
          case DeviceException _ -> ExitCode.DEVICE;
          case RecipeException _ -> ExitCode.USAGE;
          case GenerationException failure -> exitCode(failure);
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

  private static ExitCode exitCode(GenerationException failure) {
    return switch (failure.kind()) {
      case NO_SEEDS, RUN_DIFFERS -> ExitCode.USAGE;
      case RUN_LOCKED -> ExitCode.FILES;
      case TEACHER_MISCONFIGURED, TEACHER_UNAVAILABLE -> ExitCode.TEACHER;
      case BUDGET_REACHED -> ExitCode.BUDGET;
    };
  }

  private static String explain(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case NoSuchFileException absent when absent.getReason() == null ->
          absent.getFile() + ": no such file or folder";
      case FileAlreadyExistsException there when there.getReason() == null ->
          there.getFile() + ": is there already, and is no folder";
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
