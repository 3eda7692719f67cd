package io.mosskit.inference.sampling;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Draws tokens. After its first draw it allocates nothing. For one sequence at a time.
public final class Sampler {

  private final SamplingSettings settings;
  private final int vocabularySize;
  private final int stopToken;
  private final RandomGenerator random;
  private final TopLogits top;
  private double[] probabilities = new double[0];
  private long[] ranked = new long[0];

  /// Makes a sampler.
  ///
  /// @param vocabularySize ids from here on have rows in the model but no token, and are never
  ///   drawn
  /// @param stopToken the token that the length penalty is about
  /// @param random decides the draws: equal seeds, equal tokens
  public Sampler(
      SamplingSettings settings, int vocabularySize, int stopToken, RandomGenerator random) {
    this.settings = settings;
    this.vocabularySize = vocabularySize;
    this.stopToken = stopToken;
    this.random = random;
    this.top = new TopLogits(settings.topK());
  }

  /// The next token.
  ///
  /// @param logits at least as many as there are tokens; changed
  /// @param history the tokens so far
  /// @param step how many tokens were drawn before
  public int next(float[] logits, History history, int step) {
    penalise(logits, history);
    return settings.temperature() == 0 ? likeliest(logits) : draw(logits, step);
  }

  /// What [#next] draws from: the probability of each token, 0 for those that were filtered out.
  /// With a length penalty they need not sum to 1.
  ///
  /// @param logits changed
  public double[] distribution(float[] logits, History history, int step) {
    penalise(logits, history);
    fill(logits, step);
    return Arrays.copyOf(probabilities, vocabularySize);
  }

  private void penalise(float[] logits, History history) {
    float penalty = (float) settings.effectiveRepetitionPenalty();
    if (penalty != 1) {
      for (int i = 0; i < history.count(); i++) {
        int id = history.at(i);
        logits[id] = logits[id] < 0 ? logits[id] * penalty : logits[id] / penalty;
      }
    }
  }

  private int likeliest(float[] logits) {
    int best = 0;
    for (int id = 1; id < vocabularySize; id++) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }

  private int draw(float[] logits, int step) {
    double left = random.nextDouble() * fill(logits, step);
    int last = -1;
    for (int id = 0; id < vocabularySize; id++) {
      if (probabilities[id] > 0) {
        last = id;
        left -= probabilities[id];
        if (left < 0) {
          return id;
        }
      }
    }
    return last;
  }

  /// Fills in the probabilities and gives their sum.
  private double fill(float[] logits, int step) {
    if (probabilities.length < vocabularySize) {
      probabilities = new double[vocabularySize];
      ranked = new long[vocabularySize];
    }
    float temperature = (float) (settings.temperature() == 0 ? 1 : settings.temperature());
    for (int id = 0; id < vocabularySize; id++) {
      logits[id] /= temperature;
    }
    softmax(logits, top.least(logits, vocabularySize));
    if (settings.topP() < 1) {
      keepNucleus();
    }
    if (stopToken < vocabularySize) {
      probabilities[stopToken] *= settings.stopFactor(step);
    }
    double sum = 0;
    for (int id = 0; id < vocabularySize; id++) {
      sum += probabilities[id];
    }
    return sum;
  }

  /// Softmax over the logits that are not below a bound.
  private void softmax(float[] logits, float least) {
    float most = logits[likeliest(logits)];
    double sum = 0;
    for (int id = 0; id < vocabularySize; id++) {
      probabilities[id] = logits[id] < least ? 0 : Math.exp((double) logits[id] - most);
      sum += probabilities[id];
    }
    scale(1 / sum);
  }

  private void scale(double factor) {
    for (int id = 0; id < vocabularySize; id++) {
      probabilities[id] *= factor;
    }
  }

  /// Removes the tokens before which the likelier ones sum to more than top-p. Those so unlikely
  /// that all of them together could not fill the rest need not be ranked.
  private void keepNucleus() {
    double floor = (1 - settings.topP()) / vocabularySize;
    int count = 0;
    for (int id = 0; id < vocabularySize; id++) {
      if (probabilities[id] >= floor) {
        ranked[count++] = rank(probabilities[id], id);
      }
    }
    Arrays.sort(ranked, 0, count);
    double before = 0;
    int kept = 0;
    while (kept < count && (kept == 0 || before <= settings.topP())) {
      before += probabilities[id(ranked[kept++])];
    }
    for (int id = 0; id < vocabularySize; id++) {
      if (probabilities[id] < floor) {
        probabilities[id] = 0;
      }
    }
    for (int i = kept; i < count; i++) {
      probabilities[id(ranked[i])] = 0;
    }
    scale(1 / before);
  }

  /// A key that sorts by falling probability, then by id.
  private static long rank(double probability, int id) {
    long order = ~Float.floatToRawIntBits((float) probability);
    return order << Integer.SIZE | id;
  }

  private static int id(long rank) {
    return (int) rank;
  }
}
