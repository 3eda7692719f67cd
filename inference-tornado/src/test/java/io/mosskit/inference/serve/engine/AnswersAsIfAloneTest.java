package io.mosskit.inference.serve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.cpu.RandomCheckpoint;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Generator;
import io.mosskit.inference.model.Scorer;
import io.mosskit.inference.sampling.Preset;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.sampling.TokenLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an asker gets is what it gets alone, bit for bit, whoever else asks meanwhile.
class AnswersAsIfAloneTest {

  private static final MossConfig SIZES = RandomCheckpoint.sizes(80, 96, 32, 2, 4, 64, 4);
  private static final int STOP = 7;
  private static final Duration LONG = Duration.ofSeconds(60);

  /// What somebody asks.
  private record Question(int[] prompt, long seed, int most, SamplingSettings settings) {

    static Question of(RandomGenerator random) {
      int[] prompt = random.ints(1 + random.nextInt(60), 0, 80).toArray();
      SamplingSettings settings =
          random.nextInt(4) == 0 ? SamplingSettings.GREEDY : Preset.CLI_DEMO.settings();
      return new Question(prompt, random.nextLong(), 1 + random.nextInt(30), settings);
    }

    Task.Write task(Task.Telling telling) {
      return new Task.Write(
          prompt, new Task.Drawing(settings, random(seed), List.of(STOP)), most, telling);
    }

    List<Integer> alone() {
      try (RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F16, 5);
          CpuBackend backend = CpuBackend.load(checkpoint, CpuOptions.of(SIZES).withThreads(1));
          Generator generator = new Generator(backend, 80, InstantSource.system())) {
        Generator.Reply reply =
            generator.generate(
                new Generator.Request(prompt, settings, TokenLimits.newTokens(most), List.of(STOP)),
                random(seed),
                _ -> true);
        return Arrays.stream(reply.ids()).boxed().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void manyAtOnceGetWhatEachGetsAlone(long seed) throws Exception {
    RandomGenerator random = random(seed);
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      questions.add(Question.of(random));
    }
    try (Running running = new Running(new EngineOptions(5, 100, 96, 3, 11));
        ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Integer>>> answers = new ArrayList<>();
      for (Question question : questions) {
        answers.add(askers.submit(() -> running.ids(question)));
      }
      for (int i = 0; i < questions.size(); i++) {
        assertThat(answers.get(i).get()).as("question " + i).isEqualTo(questions.get(i).alone());
      }
      assertThat(running.engine().counts().running()).isZero();
      assertThat(running.engine().counts().waiting()).isZero();
    }
  }

  @Test
  void aPromptThatGoesOnFromAnEarlierOneCostsOnlyWhatIsNew() throws Exception {
    Question first =
        new Question(random(4).ints(40, 0, 80).toArray(), 9, 10, SamplingSettings.GREEDY);
    try (Running running = new Running(EngineOptions.of(2, 10, 96))) {
      List<Integer> said = running.ids(first);
      long read = running.engine().counts().readTokens();
      List<Integer> all = new ArrayList<>(Arrays.stream(first.prompt()).boxed().toList());
      all.addAll(said);
      all.add(3);
      int[] prompt = all.stream().mapToInt(Integer::intValue).toArray();
      Question second = new Question(prompt, 10, 10, Preset.CLI_DEMO.settings());
      assertThat(running.ids(second)).isEqualTo(second.alone());
      // The last token of the first reply was drawn, but never fed.
      assertThat(running.engine().counts().readTokens() - read).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12})
  void logProbabilitiesAreThoseOfTheScorer(long seed) throws Exception {
    Question question = Question.of(random(seed));
    try (Running running = new Running(new EngineOptions(4, 10, 96, 5, 5))) {
      List<Scored> tokens = new ArrayList<>();
      try (Asking asking =
          running.engine().ask(List.of(question.task(new Task.Telling(true, 2))))) {
        for (Event event = next(asking); !(event instanceof Event.Ended); event = next(asking)) {
          switch (event) {
            case Event.Read(_, Scored token) -> tokens.add(token);
            case Event.Written(_, Scored token) -> tokens.add(token);
            default -> {}
          }
        }
      }
      int[] ids = tokens.stream().mapToInt(Scored::id).toArray();
      float[] expected = scores(ids);
      assertThat(tokens.getFirst().isKnown()).isFalse();
      for (int i = 1; i < ids.length; i++) {
        Scored token = tokens.get(i);
        assertThat(token.logProbability()).isEqualTo(expected[i - 1]);
        assertThat(token.topLogProbabilities()[0])
            .isGreaterThanOrEqualTo(token.topLogProbabilities()[1])
            .isGreaterThanOrEqualTo(token.logProbability());
      }
    }
  }

  @Test
  void embeddingsAreTheMeansOfTheLastHiddenStates() throws Exception {
    List<Task> tasks = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      tasks.add(new Task.Embed(random(i).ints(13L * i, 0, 80).toArray()));
    }
    try (Running running = new Running(new EngineOptions(4, 10, 96, 5, 7));
        Asking asking = running.engine().ask(tasks)) {
      for (int left = tasks.size(); left > 0; ) {
        if (next(asking) instanceof Event.Embedded(int index, float[] mean)) {
          assertThat(mean).isEqualTo(mean(tasks.get(index).prompt()));
          left--;
        }
      }
    }
  }

  private static float[] mean(int[] ids) throws Exception {
    double[] sum = new double[SIZES.nEmbd()];
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F16, 5);
        CpuBackend backend = CpuBackend.load(checkpoint)) {
      backend.hidden(
          List.of(new Chunk(backend.newCache(), ids, Chunk.Wanted.ALL)),
          (_, _, state) -> Arrays.setAll(sum, i -> sum[i] + state[i]));
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / ids.length);
    }
    return mean;
  }

  private static float[] scores(int[] ids) throws Exception {
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F16, 5);
        CpuBackend backend = CpuBackend.load(checkpoint)) {
      return new Scorer(backend).logProbabilities(List.of(ids)).getFirst();
    }
  }

  private static Event next(Asking asking) throws InterruptedException {
    return Objects.requireNonNull(asking.next(LONG), "nothing happened");
  }

  /// An engine and what it needs.
  private static final class Running implements AutoCloseable {

    private final RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F16, 5);
    private final CpuBackend backend;
    private final Engine engine;

    Running(EngineOptions options) throws Exception {
      backend = CpuBackend.load(checkpoint, CpuOptions.of(SIZES).withThreads(2));
      engine = Engine.start(backend, 80, options);
    }

    Engine engine() {
      return engine;
    }

    List<Integer> ids(Question question) throws Exception {
      List<Integer> ids = new ArrayList<>();
      try (Asking asking = engine.ask(List.of(question.task(Task.Telling.IDS)))) {
        for (Event event = next(asking); !(event instanceof Event.Ended); event = next(asking)) {
          if (event instanceof Event.Written(_, Scored token)) {
            ids.add(token.id());
          }
        }
      }
      return ids;
    }

    @Override
    public void close() {
      engine.close();
      backend.close();
      checkpoint.close();
    }
  }
}
