package io.mosskit.cli;

import io.mosskit.inference.eval.ItemResult;
import io.mosskit.inference.eval.PluginLoop;
import io.mosskit.inference.eval.Results;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit eval plugins`.
@Command(
    name = "plugins",
    description = {
      "Drive plugin dialogues through a local model: it hears the user of each record and calls plugins",
      "itself. Per plugin: the share of turns with well-formed commands, executed, the right tool, the",
      "right argument, and a reply that the results support.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit eval plugins my-data/ --local tiny --max-new-tokens 40 --out plugin-results/"
    })
final class EvalPluginsCommand extends CommandBase {

  @Mixin private InputMixin read = new InputMixin();

  @Option(
      names = "--local",
      required = true,
      paramLabel = "DIR",
      description = "a model folder, of a model trained with plugins")
  private Path local = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("results");

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      description = "the longest command and the longest reply (default: 512)")
  private int maxNewTokens = 512;

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (maxNewTokens < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--max-new-tokens is at least 1");
    }
    PluginLoop loop = new PluginLoop(new Auditor(Plugins.installed(), Limits.DEFAULT));
    List<ItemResult> items = new ArrayList<>();
    try (LoadedModel model = LoadedModel.load(local, backends, console());
        Scan<Entry> scan = read.corpus().entries()) {
      PluginLoop.Talker talker = model.withPlugins(maxNewTokens, console().clock());
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Accepted(var dialogue, var _) -> items.addAll(loop.run(dialogue, talker));
          case Entry.Rejected(var rejection) -> console().note(rejection.detail());
        }
      }
    }
    if (items.isEmpty()) {
      throw new CommandFailure(ExitCode.FOUND, "no turn of these records calls a plugin");
    }
    Results results = new Results(String.valueOf(local.getFileName()), items);
    results.write(out);
    say(results.json(), EvalCompareCommand.lines(results.table()));
    return ExitCode.DONE;
  }
}
