package io.mosskit.cli;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.plugins.search.Search;
import io.mosskit.plugins.search.index.DocumentIndex;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit plugins call`.
@Command(
    name = "call",
    description = {
      "Execute calls as a turn would: print the results of a MOSS-003 turn, and for each call the",
      "OpenAI tool message and the receipt that the lineage of a record keeps.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit plugins call 'Calculate(\"6*7\")'",
      "  mosskit plugins call 'Solve(\"x+y=30; x-y=8\"), Calculate(\"19*11\")' --json",
      "  mosskit plugins call 'Search(\"deepest lake\")' --index my-index",
      "  mosskit plugins call 'Text2Image(\"a red bridge\")' --images pictures",
      "  mosskit plugins call 'Text2Image(\"a red bridge\")' --images pictures \\",
      "      --images-url https://api.openai.com/v1 --images-model gpt-image-1",
      "",
      "Exit code 1 where a call has no answer."
    })
final class PluginsCallCommand extends CommandBase {

  @Parameters(
      paramLabel = "CALLS",
      description = "one call or several, as a turn writes them: Name(\"argument\"), …")
  private String commands = "";

  @Mixin private ImagesMixin images = new ImagesMixin();

  @Option(
      names = "--index",
      paramLabel = "INDEX",
      description = "let Search look into this index, made with mosskit search index")
  private @Nullable Path index;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Plugins plugins = images.in(Plugins.installed());
    List<PluginCall> calls = calls();
    if (index == null) {
      return execute(calls, plugins);
    }
    try (DocumentIndex documents = DocumentIndex.open(index)) {
      return execute(calls, plugins.with(new Search(documents)));
    }
  }

  private ExitCode execute(List<PluginCall> calls, Plugins plugins) throws CommandFailure {
    for (PluginCall call : calls) {
      requireInstalled(call, plugins);
    }
    Round round = Round.of(calls, plugins, Limits.DEFAULT, console().clock());
    String results = text(round.results());
    say(json(calls, round, results), lines(calls, round, results));
    return round.succeeded() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private List<PluginCall> calls() throws CommandFailure {
    return switch (Commands.parse(commands)) {
      case Commands.Calls(List<PluginCall> calls) -> calls;
      case Commands.None() -> throw new CommandFailure(ExitCode.USAGE, "None calls nothing");
      case Commands.Malformed(int at, String expected) ->
          throw new CommandFailure(
              ExitCode.USAGE,
              "expected %s at character %d of %s; in a shell, put single quotes around it all"
                  .formatted(expected, at + 1, commands));
    };
  }

  private static void requireInstalled(PluginCall call, Plugins plugins) throws CommandFailure {
    if (plugins.named(call.name()).isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "no plugin is named %s; installed are %s"
              .formatted(call.name(), plugins.all().stream().map(Plugin::name).toList()));
    }
  }

  private static String text(Results results) {
    return switch (results) {
      case Results.None() -> Results.body(List.of()).strip();
      case Results.Inline(String text) -> text;
      case Results.Blocks(List<Results.Block> blocks) -> Results.body(blocks).strip();
      case Results.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  private static List<String> lines(List<PluginCall> calls, Round round, String results) {
    List<String> lines = new ArrayList<>();
    lines.add("results of the turn:");
    lines.addAll(results.lines().toList());
    for (int i = 0; i < calls.size(); i++) {
      Execution execution = round.executions().get(i);
      lines.add("");
      lines.add("tool message of " + calls.get(i) + ":");
      lines.addAll(execution.outcome().toolMessage().lines().toList());
      lines.add("receipt:");
      lines.add(execution.receipt().json().text());
    }
    return lines;
  }

  private static Json.Obj json(List<PluginCall> calls, Round round, String results) {
    List<Json> executed = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Execution execution = round.executions().get(i);
      executed.add(
          Json.object()
              .put("call", calls.get(i).toString())
              .put("tool_message", execution.outcome().toolMessage())
              .put("receipt", execution.receipt().json())
              .build());
    }
    return Json.object().put("results", results).put("calls", Json.of(executed)).build();
  }
}
