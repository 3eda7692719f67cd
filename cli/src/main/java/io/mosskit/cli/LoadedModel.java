package io.mosskit.cli;

import io.mosskit.inference.chat.Chat;
import io.mosskit.inference.chat.ChatForm;
import io.mosskit.inference.chat.ChatListener;
import io.mosskit.inference.chat.LocalModel;
import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.eval.ChoiceScorer;
import io.mosskit.inference.eval.PluginLoop;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.inference.score.ScoringModel;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.inference.tokenizer.TokenizerMode;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A model folder while it is loaded: it gives log-likelihoods, and it talks.
final class LoadedModel implements AutoCloseable {
  private static final String BEGINNING = "<|endoftext|>";

  private final Checkpoint checkpoint;
  private final Backend backend;
  private final Generator generator;
  private final MossTokenizer tokenizer;
  private final String name;

  private LoadedModel(
      Checkpoint checkpoint,
      Backend backend,
      Generator generator,
      MossTokenizer tokenizer,
      String name) {
    this.checkpoint = checkpoint;
    this.backend = backend;
    this.generator = generator;
    this.tokenizer = tokenizer;
    this.name = name;
  }

  static LoadedModel load(Path folder, BackendMixin backends, Console console)
      throws IOException, CommandFailure {
    MossTokenizer tokenizer = MossTokenizer.load(folder, TokenizerMode.NEWLINE_PRESERVING);
    Checkpoint checkpoint = Checkpoints.openModel(folder);
    try {
      Backend backend =
          backends.load(checkpoint, folder, checkpoint.config().nPositions(), console);
      Generator generator = new Generator(backend, tokenizer.vocabularySize(), console.clock());
      return new LoadedModel(
          checkpoint, backend, generator, tokenizer, String.valueOf(folder.getFileName()));
    } catch (IOException | CommandFailure | RuntimeException e) {
      checkpoint.close();
      throw e;
    }
  }

  /// Name, weights and backend: of two models that may answer differently, never the same.
  String identity() {
    return "%s %s %s".formatted(name, ScoringModel.fingerprint(checkpoint), backend.name());
  }

  ChoiceScorer scorer() {
    return new ChoiceScorer(
        backend,
        text -> tokenizer.encode(text, ControlTokens.AS_TEXT),
        tokenizer.idOf(BEGINNING).orElse(0));
  }

  LocalModel talking() {
    return new LocalModel(generator, tokenizer, name);
  }

  /// A dialogue with the installed plugins, greedy; a reply that has no room is empty.
  PluginLoop.Talker withPlugins(int maxNewTokens, InstantSource clock) {
    int context = checkpoint.config().nPositions();
    Chat.Settings settings =
        new Chat.Settings(
            new ChatForm.WithPlugins(Plugins.installed(), Limits.DEFAULT),
            SamplingSettings.GREEDY,
            TokenLimits.newTokens(maxNewTokens),
            context,
            Math.max(1, context / 8));
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(0);
    Chat chat = new Chat(generator, tokenizer, settings, random, clock);
    return new PluginLoop.Talker() {
      @Override
      public void clear() {
        chat.clear();
      }

      @Override
      public String say(String words, ChatListener listener) {
        try {
          return chat.say(words, listener).text();
        } catch (ContextLimitException e) {
          listener.refused(String.valueOf(e.getMessage()));
          return "";
        }
      }
    };
  }

  @Override
  public void close() throws IOException {
    generator.close();
    backend.close();
    checkpoint.close();
  }
}
