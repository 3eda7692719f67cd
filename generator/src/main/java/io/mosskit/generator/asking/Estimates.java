package io.mosskit.generator.asking;

import io.mosskit.generator.money.Tokens;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many tokens a question and its answer will take, as far as earlier answers of its stage
/// tell. Thread-safe.
final class Estimates {

  private final Map<String, Mean> answers = new ConcurrentHashMap<>();

  private record Mean(long sum, long count) {

    Mean and(Mean other) {
      return new Mean(sum + other.sum, count + other.count);
    }
  }

  /// About so many; before the first answer, the longest that may come.
  long of(Question question) {
    Mean mean = answers.get(question.stage());
    long answer =
        mean == null ? question.request().sampling().maxTokens() : mean.sum() / mean.count();
    return Tokens.about(question.request()) + answer;
  }

  void learn(String stage, long completionTokens) {
    answers.merge(stage, new Mean(completionTokens, 1), Mean::and);
  }
}
