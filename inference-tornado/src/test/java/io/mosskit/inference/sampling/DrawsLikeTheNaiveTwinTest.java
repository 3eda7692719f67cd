package io.mosskit.inference.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.sampling.SamplingSettings.Order;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsLikeTheNaiveTwinTest {

  private static final int STOP = 3;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void distributionsOfRandomLogits(long seed) {
    Random random = new Random(seed);
    int n = 5 + random.nextInt(400);
    float[] logits = new float[n + random.nextInt(9)];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (random.nextGaussian() * 3);
    }
    History history = new History();
    int[] ids = random.ints(30, 0, n).toArray();
    history.addAll(ids);
    SamplingSettings settings =
        new SamplingSettings(
            Order.values()[random.nextInt(2)],
            0.3 + random.nextDouble(),
            random.nextInt(3) * random.nextInt(n + 20),
            random.nextBoolean() ? 1 : 0.05 + 0.9 * random.nextDouble(),
            0.8 + 0.5 * random.nextDouble(),
            0.7 + random.nextDouble(),
            random.nextInt(5));
    int step = random.nextInt(12);
    double[] expected = naive(logits.clone(), ids, settings, n, step);
    double[] actual =
        new Sampler(settings, n, STOP, random).distribution(logits.clone(), history, step);
    for (int id = 0; id < n; id++) {
      assertThat(actual[id] > 0).as("support at %d", id).isEqualTo(expected[id] > 0);
      assertThat(actual[id]).isCloseTo(expected[id], within(1e-5 * Math.max(1, expected[id])));
    }
  }

  private static double[] naive(
      float[] logits, int[] history, SamplingSettings settings, int n, int step) {
    boolean heeded = settings.order() == Order.TRANSFORMERS || settings.repetitionPenalty() > 1;
    double[] x = new double[n];
    for (int id = 0; id < n; id++) {
      int current = id;
      boolean seen = heeded && Arrays.stream(history).anyMatch(old -> old == current);
      double p = seen ? settings.repetitionPenalty() : 1;
      x[id] = (logits[id] < 0 ? logits[id] * p : logits[id] / p) / settings.temperature();
    }
    if (settings.topK() > 0 && settings.topK() <= n) {
      double[] sorted = Arrays.stream(x).sorted().toArray();
      double least = sorted[n - settings.topK()];
      for (int id = 0; id < n; id++) {
        x[id] = x[id] < least ? Double.NEGATIVE_INFINITY : x[id];
      }
    }
    double[] p = softmax(x);
    if (settings.topP() < 1) {
      List<Integer> falling =
          IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(id -> -p[id])).toList();
      double before = 0;
      for (int rank = 0; rank < n; rank++) {
        int id = falling.get(rank);
        if (rank > 0 && before > settings.topP()) {
          x[id] = Double.NEGATIVE_INFINITY;
        }
        before += p[id];
      }
    }
    double[] last = softmax(x);
    if (settings.order() == Order.MOSS_INFERENCE && step > settings.regulationStart()) {
      last[STOP] *= Math.pow(settings.lengthPenalty(), step - settings.regulationStart());
    }
    return last;
  }

  private static double[] softmax(double[] x) {
    double most = Arrays.stream(x).max().orElseThrow();
    double sum = Arrays.stream(x).map(v -> Math.exp(v - most)).sum();
    return Arrays.stream(x).map(v -> Math.exp(v - most) / sum).toArray();
  }

  @Test
  void equalSeedsDrawEqualTokensInTheProportionsOfTheDistribution() {
    float[] logits = {1, 2, 0, -1, 3, 9};
    SamplingSettings settings = SamplingSettings.GREEDY.withTemperature(1);
    int[] first = draws(settings, logits, 4000);
    assertThat(draws(settings, logits, 4000)).isEqualTo(first);
    double[] expected =
        new Sampler(settings, 5, STOP, new Random(0))
            .distribution(logits.clone(), new History(), 0);
    for (int id = 0; id < 5; id++) {
      int current = id;
      double share = Arrays.stream(first).filter(drawn -> drawn == current).count() / 4000.0;
      assertThat(share).isCloseTo(expected[id], within(0.03));
    }
  }

  private static int[] draws(SamplingSettings settings, float[] logits, int count) {
    Sampler sampler = new Sampler(settings, 5, STOP, new Random(17));
    History history = new History();
    return IntStream.range(0, count)
        .map(step -> sampler.next(logits.clone(), history, step))
        .toArray();
  }

  @Test
  void takesTheLikeliestTokenAtTemperatureZeroAndNeverOneBeyondTheVocabulary() {
    float[] logits = {1, 5, 5, -1, 99};
    Sampler sampler = new Sampler(SamplingSettings.GREEDY, 4, STOP, new Random(1));
    assertThat(sampler.next(logits.clone(), new History(), 0)).isEqualTo(1);
    History history = new History();
    history.add(1);
    Sampler penalised = new Sampler(Preset.STREAMLIT.settings(), 4, STOP, new Random(1));
    assertThat(penalised.next(logits.clone(), history, 0)).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"temperature", "top_k", "top_p", "repetition_penalty"})
  void namesTheSettingThatCannotBe(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          switch (name) {
            case "temperature" -> SamplingSettings.GREEDY.withTemperature(-1);
            case "top_k" -> SamplingSettings.GREEDY.withTopK(-1);
            case "top_p" -> SamplingSettings.GREEDY.withTopP(1.5);
            default -> SamplingSettings.GREEDY.withRepetitionPenalty(0);
          }
        })
        .withMessageStartingWith(name);
  }
}
