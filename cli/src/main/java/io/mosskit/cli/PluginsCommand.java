package io.mosskit.cli;

import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.json.Json;
import java.util.List;
import picocli.CommandLine.Command;

/// `mosskit plugins`.
@Command(
    name = "plugins",
    description = {
      "List the plugins that are installed: how they are called, their version, and what they answer.",
      "One's own are installed by naming their jars in the environment variable MOSSKIT_PLUGINS.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit plugins",
      "  mosskit plugins --json",
      "  mosskit plugins call 'Calculate(\"6*7\")'    # execute one call, or several",
      "  mosskit plugins                              # after: export MOSSKIT_PLUGINS=weather.jar"
    },
    subcommands = PluginsCallCommand.class)
final class PluginsCommand extends CommandBase {

  @Override
  ExitCode execute() {
    List<Plugin> plugins = Plugins.installed().all();
    Table table = new Table("plugin", "call", "version", "answers");
    plugins.forEach(
        plugin -> table.row(plugin.name(), plugin.apiLine(), plugin.version(), plugin.summary()));
    say(
        Json.object()
            .put("plugins", Json.of(plugins.stream().map(PluginsCommand::json).toList()))
            .build(),
        table.lines());
    return ExitCode.DONE;
  }

  private static Json.Obj json(Plugin plugin) {
    return Json.object()
        .put("name", plugin.name())
        .put("api", plugin.apiLine())
        .put("version", plugin.version())
        .put("summary", plugin.summary())
        .build();
  }
}
