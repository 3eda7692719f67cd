package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.sampling.Preset;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.serve.Server;
import io.mosskit.inference.serve.ServerOptions;
import io.mosskit.inference.serve.api.ServedModel;
import io.mosskit.inference.serve.engine.Engine;
import io.mosskit.inference.serve.engine.EngineOptions;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit serve`.
@Command(
    name = "serve",
    description = {
      "Serve a MOSS model in OpenAI's protocol until Ctrl-C: chat, completions with log-probabilities,",
      "embeddings; and in the protocol of the original demo. Requests are computed together, and each",
      "answer is the one that it would be alone.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit serve --model moss-moon-003-sft-int4",
      "  mosskit serve --model moss-moon-003-sft-int4 --host 0.0.0.0 --token-file token.txt",
      "  mosskit generate --seeds datasets/seeds --out run/ --dialogues 100 \\",
      "      --base-url http://127.0.0.1:8000/v1 --model moss-moon-003-sft-int4"
    })
final class ServeCommand extends CommandBase {

  /// How long a client may take to send a request; whoever takes longer is cut off.
  private static final String REQUEST_SECONDS = "60";

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "a model folder: config.json, weights and tokenizer files")
  private Path model = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what requests call the model (default: the folder's name)")
  private @Nullable String name;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = {
        "where to listen (default: 127.0.0.1, which no other machine can reach);",
        "any other address wants a token"
      })
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port; 0 any free one (default: 8000)")
  private int port = 8000;

  @Mixin private TokenMixin token = new TokenMixin();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = {
        "sequences that are computed together (default: 8); each may take the memory",
        "of a whole context"
      })
  private int parallel = 8;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "requests that may wait; more get 429 (default: 256)")
  private int queue = 256;

  @Option(
      names = "--context",
      paramLabel = "N",
      description = "the longest prompt and reply together (default: the model's)")
  private @Nullable Integer context;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      description = "the longest body of a request; longer ones get 413 (default: 4194304)")
  private int bodyBytes = 4 << 20;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = {
        "sample as a published program does where a request does not say:",
        "${COMPLETION-CANDIDATES}",
        "(default: as OpenAI does, at temperature 1 without filters)"
      })
  private @Nullable Preset preset;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "how long requests under way may take when the server is stopped (default: 30)")
  private int grace = 30;

  @Option(
      names = "--legacy",
      description = "tokenize as transformers 4.25.1 does, which loses line breaks before blanks")
  private boolean legacy;

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    setUpHttp();
    ServerOptions options = options();
    MossTokenizer tokenizer =
        MossTokenizer.load(model, legacy ? TokenizerMode.LEGACY : TokenizerMode.NEWLINE_PRESERVING);
    try (Checkpoint checkpoint = Checkpoints.open(model)) {
      EngineOptions engineOptions = engineOptions(checkpoint);
      long tokens = (long) parallel * engineOptions.context();
      try (Backend backend = backends.load(checkpoint, model, tokens, console());
          Engine engine = Engine.start(backend, tokenizer.vocabularySize(), engineOptions)) {
        return serve(served(engine, tokenizer), options);
      }
    }
  }

  /// The JDK's server has no other way to be told; what the command line of the JVM says stands.
  private static void setUpHttp() {
    Properties properties = System.getProperties();
    properties.putIfAbsent("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    properties.putIfAbsent("sun.net.httpserver.nodelay", "true"); // tokens go out as they come
  }

  private ServedModel served(Engine engine, MossTokenizer tokenizer) {
    SecureRandom random = new SecureRandom();
    return new ServedModel(
        name == null ? model.toAbsolutePath().normalize().getFileName().toString() : name,
        engine,
        tokenizer,
        preset == null ? SamplingSettings.GREEDY.withTemperature(1) : preset.settings(),
        new ServedModel.Sources(random::nextLong, console().clock()));
  }

  private ExitCode serve(ServedModel served, ServerOptions options)
      throws IOException, CommandFailure {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Server server = start(served, options);
        LongGoodbye _ = LongGoodbye.until(stopped)) {
      say(
          Json.object().put("base_url", server.baseUrl()).put("model", served.name()).build(),
          List.of("%s answers at %s; Ctrl-C stops it.".formatted(served.name(), server.baseUrl())));
      untilInterrupted();
      console().note("stopping; requests under way have " + grace + " seconds");
      int left = server.stop(Duration.ofSeconds(grace));
      console().note(left == 0 ? "stopped" : "stopped; broken off: " + left);
    } catch (InterruptedException _) {
      console().note("stopped at once");
    } finally {
      stopped.countDown();
    }
    return ExitCode.INTERRUPTED;
  }

  private static Server start(ServedModel served, ServerOptions options)
      throws IOException, CommandFailure {
    try {
      return Server.start(served, options);
    } catch (BindException e) {
      throw new CommandFailure(
          ExitCode.FILES,
          "%s, port %d: %s; choose another with --port"
              .formatted(
                  options.address().getHostString(), options.address().getPort(), e.getMessage()));
    }
  }

  private static void untilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      // This is how the command is told to stop.
    }
  }

  private ServerOptions options() throws IOException, CommandFailure {
    try {
      if (grace < 0) {
        throw new IllegalArgumentException("--grace is " + grace + "; expected 0 or more");
      }
      return ServerOptions.at(new InetSocketAddress(host, port), token.token())
          .withBodyBytes(bodyBytes);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private EngineOptions engineOptions(Checkpoint checkpoint) throws CommandFailure {
    int most = checkpoint.config().nPositions();
    if (context != null && (context < 2 || context > most)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--context is %d, but this model reads 2 to %d tokens".formatted(context, most));
    }
    try {
      return EngineOptions.of(parallel, queue, context == null ? most : context);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "--" + e.getMessage());
    }
  }
}
