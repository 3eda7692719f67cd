package io.mosskit.cli;

import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// What all commands have: a console, `--json` and `--help`.
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class CommandBase implements Callable<Integer> {

  @Option(names = "--json", description = "print the result as one JSON object, for programs")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  private @Nullable Console console;

  void speakOn(Console newConsole) {
    this.console = newConsole;
  }

  Console console() {
    if (console == null) {
      throw new IllegalStateException("a command speaks on a console");
    }
    return console;
  }

  /// What the user typed, for reports: `mosskit curate my-data/ --out curated/`.
  String commandLine() {
    if (spec == null) {
      return "mosskit";
    }
    ParseResult typed = spec.root().commandLine().getParseResult();
    return "mosskit " + String.join(" ", typed.originalArgs());
  }

  /// Whether the result is to be one JSON object.
  boolean wantsJson() {
    return json;
  }

  /// The same without an option and its value.
  String commandWithout(String option) {
    return commandLine().replaceAll(" " + option + "[ =][^ ]+", "");
  }

  /// Says a result: as JSON where asked for, else as lines.
  void say(Json.Obj asJson, List<String> asLines) {
    if (json) {
      console().say(asJson);
    } else {
      console().say(asLines);
    }
  }

  @Override
  public final Integer call() throws Exception {
    return execute().number();
  }

  /// Does what the command is for.
  abstract ExitCode execute() throws Exception;
}
