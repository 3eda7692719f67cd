package io.mosskit.benchmarks.serving;

import io.mosskit.inference.chat.Chat;
import io.mosskit.inference.chat.ChatForm;
import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.Scorer;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.inference.tokenizer.MossTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/// What a model answers where nobody else asks, without a server. For one thread.
public final class Alone implements AutoCloseable {

  private final Checkpoint checkpoint;
  private final CpuBackend backend;
  private final MossTokenizer tokenizer;

  private Alone(Checkpoint checkpoint, CpuBackend backend, MossTokenizer tokenizer) {
    this.checkpoint = checkpoint;
    this.backend = backend;
    this.tokenizer = tokenizer;
  }

  /// Loads a model.
  public static Alone load(Path folder) throws IOException {
    Checkpoint checkpoint = Checkpoints.open(folder);
    return new Alone(checkpoint, CpuBackend.load(checkpoint), MossTokenizer.load(folder));
  }

  /// The answer, as a text that tells every bit of it.
  public String answer(Question question) {
    return switch (question.kind()) {
      case CHAT, STREAM -> chat(question);
      case SCORE -> scores(question.words());
      case EMBEDDING -> Arrays.toString(mean(question.words()));
    };
  }

  private String chat(Question question) {
    int context = backend.config().nPositions();
    SamplingSettings sampling =
        SamplingSettings.GREEDY.withTemperature(Question.TEMPERATURE).withTopP(Question.TOP_P);
    try (Generator generator =
        new Generator(backend, tokenizer.vocabularySize(), InstantSource.system())) {
      Chat chat =
          new Chat(
              generator,
              tokenizer,
              new Chat.Settings(
                  new ChatForm.CliDemo(),
                  sampling,
                  TokenLimits.newTokens(question.tokens()),
                  context,
                  1),
              RandomGeneratorFactory.of("L64X128MixRandom").create(question.seed()),
              InstantSource.system());
      return chat.say(question.words(), _ -> {}).text();
    }
  }

  private String scores(String text) {
    int[] ids = tokenizer.encode(text);
    return Arrays.toString(new Scorer(backend).logProbabilities(List.of(ids)).getFirst());
  }

  private float[] mean(String text) {
    int[] ids = tokenizer.encode(text, ControlTokens.AS_TEXT);
    double[] sum = new double[backend.config().nEmbd()];
    try (KvCache cache = backend.newCache()) {
      backend.hidden(
          List.of(new Chunk(cache, ids, Chunk.Wanted.ALL)),
          (_, _, state) -> Arrays.setAll(sum, i -> sum[i] + state[i]));
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / ids.length);
    }
    return mean;
  }

  @Override
  public void close() throws IOException {
    backend.close();
    checkpoint.close();
  }
}
