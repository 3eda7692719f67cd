package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.making.QuantizedModel;
import io.mosskit.inference.model.Perplexity;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit model quantize`.
@Command(
    name = "quantize",
    description = {
      "Pack the linear layers of a model's blocks into 8 or 4 bits a weight: each weight is rounded",
      "to the nearest step of its group. The files are those of GPTQ, as MOSS's int8 and int4 models",
      "have them; embedding, output layer, biases and LayerNorm stay in half precision. Then both",
      "models are asked how well they foretell some texts, and the change of perplexity is reported.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit model quantize --bits 8 moss-moon-003-sft moss-int8",
      "  mosskit model quantize --bits 4 --group 32 moss-moon-003-sft moss-int4",
      "  mosskit model quantize --bits 8 --texts held-out.jsonl moss-moon-003-sft moss-int8",
      "",
      "Fewer bits and larger groups are smaller and less exact. One layer is in memory at a time."
    })
final class ModelQuantizeCommand extends CommandBase {

  private static final List<String> TOKENIZER_FILES =
      List.of(
          "vocab.json",
          "merges.txt",
          "added_tokens.json",
          "tokenizer_config.json",
          "special_tokens_map.json");

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "the folder of a model in f16 or f32")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "a new folder")
  private Path out = Path.of("");

  @Option(names = "--bits", required = true, paramLabel = "N", description = "8, 4 or 2")
  private int bits;

  @Option(
      names = "--group",
      paramLabel = "N",
      description = "inputs that share a scale; -1 all of a row (default: 128)")
  private int groupSize = 128;

  @Mixin private ModelOutputMixin output = new ModelOutputMixin();

  @Mixin private PerplexityMixin perplexity = new PerplexityMixin();

  @Override
  ExitCode execute() throws IOException, InterruptedException, CommandFailure {
    if (bits != 8 && bits != 4 && bits != 2) {
      throw new CommandFailure(ExitCode.USAGE, "--bits is " + bits + ", but must be 8, 4 or 2");
    }
    if (groupSize != -1 && groupSize < 1) {
      throw new CommandFailure(
          ExitCode.USAGE, "--group is " + groupSize + ", but must be positive, or -1");
    }
    ModelOutputMixin.requireNew(out);
    List<String> texts = perplexity.isOff() ? List.of() : perplexity.texts();
    ModelWriter.Plan plan;
    try (Checkpoint source = Checkpoints.openModel(model)) {
      plan = QuantizedModel.plan(source, model, bits, groupSize);
      output.write(plan, out, console());
      copyTokenizer();
    }
    if (perplexity.isOff()) {
      say(ModelOutputMixin.json(plan, out), ModelOutputMixin.lines(plan, out));
    } else {
      sayWithPerplexity(plan, texts);
    }
    return ExitCode.DONE;
  }

  private void sayWithPerplexity(ModelWriter.Plan plan, List<String> texts)
      throws IOException, CommandFailure {
    Perplexity before = perplexity.of(model, texts, console());
    Perplexity after = perplexity.of(out, texts, console());
    double change = after.value() / before.value() - 1;
    Json.Obj measured =
        Json.object()
            .put("texts", texts.size())
            .put("tokens", before.tokens())
            .put("before", before.value())
            .put("after", after.value())
            .put("change", change)
            .build();
    List<String> lines = new ArrayList<>(ModelOutputMixin.lines(plan, out));
    lines.add(
        String.format(
            Locale.ROOT,
            "Perplexity on %d tokens of %s: %.4f before, %.4f packed (%+.2f %%).",
            before.tokens(),
            perplexity.origin(),
            before.value(),
            after.value(),
            100 * change));
    say(ModelOutputMixin.json(plan, out).with("perplexity", measured), lines);
  }

  private void copyTokenizer() throws IOException {
    for (String name : TOKENIZER_FILES) {
      if (Files.exists(model.resolve(name))) {
        Files.copy(model.resolve(name), out.resolve(name));
      }
    }
  }
}
