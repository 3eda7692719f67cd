package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Memory;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.MossShapes;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit model info`.
@Command(
    name = "info",
    description = {
      "Tell what is in the files of a model: its sizes, how many tensors of which type and bytes,",
      "which tensors are missing or misshapen, and the memory that it wants. Reads no weights.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit model info moss-moon-003-sft-int4",
      "  mosskit model info tiny --tensors",
      "",
      "Exit code 1 where a tensor is missing or misshapen, 3 where a file cannot be read."
    })
final class ModelInfoCommand extends CommandBase {

  @Parameters(paramLabel = "MODEL", description = "the folder of a model")
  private Path model = Path.of("");

  @Option(names = "--tensors", description = "list every tensor with its type and shape")
  private boolean listsTensors;

  @Override
  ExitCode execute() throws IOException {
    try (Checkpoint checkpoint = Checkpoints.open(model)) {
      List<String> problems = MossShapes.problems(checkpoint);
      Memory memory = Memory.of(checkpoint, checkpoint.config().nPositions(), ElementType.F32);
      say(json(checkpoint, problems, memory), lines(checkpoint, problems, memory));
      return problems.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }
  }

  private List<String> lines(Checkpoint checkpoint, List<String> problems, Memory memory) {
    List<String> lines = new ArrayList<>();
    MossConfig config = checkpoint.config();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d parameters, %s",
            model,
            MossShapes.parameters(config),
            config.isQuantized()
                ? "the linear layers packed into %d bits in groups of %s"
                    .formatted(
                        config.wbits(), config.groupSize() == -1 ? "all" : config.groupSize())
                : "not packed"));
    sizes(config).forEach((name, value) -> lines.add("  " + name + " " + value));
    lines.add("");
    lines.addAll(types(checkpoint).lines());
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "To run: %,.1f MB of weights, %,.1f MB of keys and values at %d positions; %,.0f MB are"
                + " available",
            memory.weights() / 1e6,
            memory.cache() / 1e6,
            config.nPositions(),
            memory.available() / 1e6));
    memory.problem().or(memory::warning).ifPresent(lines::add);
    lines.addAll(problems.isEmpty() ? List.of("Every tensor of the model is there.") : problems);
    if (listsTensors) {
      lines.add("");
      lines.addAll(tensors(checkpoint).lines());
    }
    return lines;
  }

  private static Map<String, Json> sizes(MossConfig config) {
    Map<String, Json> sizes = new LinkedHashMap<>();
    sizes.put("n_layer", Json.of(config.nLayer()));
    sizes.put("n_embd", Json.of(config.nEmbd()));
    sizes.put("n_head", Json.of(config.nHead()));
    sizes.put("n_inner", Json.of(config.nInner()));
    sizes.put("rotary_dim", Json.of(config.rotaryDim()));
    sizes.put("n_positions", Json.of(config.nPositions()));
    sizes.put("vocab_size", Json.of(config.vocabSize()));
    sizes.put("wbits", Json.of(config.wbits()));
    sizes.put("groupsize", Json.of(config.groupSize()));
    return sizes;
  }

  private record Amount(int tensors, long bytes) {}

  private static Map<ElementType, Amount> amounts(Checkpoint checkpoint) {
    Map<ElementType, Amount> amounts = new EnumMap<>(ElementType.class);
    for (String name : checkpoint.names()) {
      Tensor tensor = checkpoint.tensor(name).orElseThrow();
      amounts.merge(
          tensor.type(),
          new Amount(1, tensor.data().byteSize()),
          (a, b) -> new Amount(a.tensors() + b.tensors(), a.bytes() + b.bytes()));
    }
    return amounts;
  }

  private static Table types(Checkpoint checkpoint) {
    Table table = new Table("type", "tensors", "bytes");
    amounts(checkpoint)
        .forEach((type, amount) ->
            table.row(type, amount.tensors(), String.format(Locale.ROOT, "%,d", amount.bytes())));
    return table;
  }

  private static Table tensors(Checkpoint checkpoint) {
    Table table = new Table("tensor", "type", "shape");
    for (String name : checkpoint.names()) {
      Tensor tensor = checkpoint.tensor(name).orElseThrow();
      table.row(name, tensor.type(), tensor.shape());
    }
    return table;
  }

  private Json.Obj json(Checkpoint checkpoint, List<String> problems, Memory memory) {
    Map<String, Json> types = new LinkedHashMap<>();
    amounts(checkpoint)
        .forEach((type, amount) ->
            types.put(
                type.name(),
                Json.object()
                    .put("tensors", amount.tensors())
                    .put("bytes", amount.bytes())
                    .build()));
    return Json.object()
        .put("model", model.toString())
        .put("config", Json.of(sizes(checkpoint.config())))
        .put("parameters", MossShapes.parameters(checkpoint.config()))
        .put("tensors", checkpoint.names().size())
        .put("types", Json.of(types))
        .put("weight_bytes", memory.weights())
        .put("cache_bytes", memory.cache())
        .put("available_bytes", memory.available())
        .put("fits", memory.suffices())
        .put("runs", memory.runs())
        .put("problems", problems)
        .build();
  }
}
