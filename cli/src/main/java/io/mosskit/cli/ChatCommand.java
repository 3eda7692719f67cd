package io.mosskit.cli;

import io.mosskit.inference.chat.Chat;
import io.mosskit.inference.chat.ChatForm;
import io.mosskit.inference.chat.ChatLoop;
import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.sampling.Preset;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit chat`.
@Command(
    name = "chat",
    description = {
      "Talk with a MOSS model on this machine.",
      "",
      "At the prompt, `clear` begins a new dialogue and `stop` ends. Ctrl-C stops a reply. What is",
      "pasted is one message, however long.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit chat --model moss-moon-003-sft-int4",
      "  mosskit chat --model moss-moon-003-sft-plugin --plugins",
      "  mosskit chat --model moss-moon-003-sft-int4 --backend tornado --device-memory 20GB",
      "  mosskit chat --model tiny --greedy --max-new-tokens 20 < questions.txt"
    })
final class ChatCommand extends CommandBase {

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "a model folder: config.json, weights and tokenizer files")
  private Path model = Path.of("");

  @Option(
      names = "--plugins",
      description = "let the model call plugins: for models trained with them")
  private boolean plugins;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "sample as a published program does: ${COMPLETION-CANDIDATES} (default: CLI_DEMO)")
  private Preset preset = Preset.CLI_DEMO;

  @Option(names = "--greedy", description = "take the likeliest token at every step")
  private boolean greedy;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "instead of the preset's; 0 is greedy")
  private @Nullable Double temperature;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      description = "the longest reply (default: the preset's)")
  private @Nullable Integer maxNewTokens;

  @Option(
      names = "--context",
      paramLabel = "N",
      description =
          "how many tokens of the dialogue are kept; fewer need less memory (default: the model's)")
  private @Nullable Integer context;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "what the draws follow from (default: another one each time)")
  private @Nullable Long seed;

  @Option(
      names = "--legacy",
      description = "tokenize as transformers 4.25.1 does, which loses line breaks before blanks")
  private boolean legacy;

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    MossTokenizer tokenizer =
        MossTokenizer.load(model, legacy ? TokenizerMode.LEGACY : TokenizerMode.NEWLINE_PRESERVING);
    SamplingSettings sampling = sampling();
    try (Checkpoint checkpoint = Checkpoints.open(model)) {
      talk(checkpoint, tokenizer, sampling);
    }
    return ExitCode.DONE;
  }

  private void talk(Checkpoint checkpoint, MossTokenizer tokenizer, SamplingSettings sampling)
      throws IOException, CommandFailure {
    int kept = context(checkpoint);
    try (Backend backend = backends.load(checkpoint, model, kept, console());
        Generator generator =
            new Generator(backend, tokenizer.vocabularySize(), console().clock())) {
      Chat.Settings settings =
          new Chat.Settings(form(), sampling, limits(kept), kept, Math.max(1, kept / 8));
      talk(new Chat(generator, tokenizer, settings, random(), console().clock()));
    }
  }

  private void talk(Chat chat) throws IOException {
    if (console().interactive()) {
      try (LineTerminal terminal = new LineTerminal()) {
        new ChatLoop(chat, terminal).run();
      }
    } else {
      try (ProcessTerminal terminal = new ProcessTerminal(console())) {
        new ChatLoop(chat, terminal).run();
      }
    }
  }

  private int context(Checkpoint checkpoint) throws CommandFailure {
    int most = checkpoint.config().nPositions();
    if (context == null) {
      return most;
    }
    if (context < 2 || context > most) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--context is %d, but this model reads 2 to %d tokens".formatted(context, most));
    }
    return context;
  }

  private SamplingSettings sampling() throws CommandFailure {
    if (greedy) {
      return SamplingSettings.GREEDY;
    }
    try {
      return temperature == null
          ? preset.settings()
          : preset.settings().withTemperature(temperature);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private TokenLimits limits(int kept) throws CommandFailure {
    try {
      TokenLimits limits =
          maxNewTokens == null ? preset.limits() : TokenLimits.newTokens(maxNewTokens);
      return limits.butInAll(kept);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private ChatForm form() {
    return plugins
        ? new ChatForm.WithPlugins(Plugins.installed(), Limits.DEFAULT)
        : new ChatForm.CliDemo();
  }

  private RandomGenerator random() {
    long start = seed == null ? console().clock().millis() : seed;
    return RandomGeneratorFactory.of("L64X128MixRandom").create(start);
  }
}
