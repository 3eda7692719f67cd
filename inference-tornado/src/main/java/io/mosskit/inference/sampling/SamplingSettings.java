package io.mosskit.inference.sampling;

/// How the next token is drawn.
///
/// @param order whose rules count where the two programs differ
/// @param temperature what logits are divided by; 0 takes the likeliest token
/// @param topK how many of the largest logits stay, those equal to the last of them too; 0 all
/// @param topP how much probability stays: a token does while the likelier ones sum to at most
///   this, the likeliest always; 1 all
/// @param repetitionPenalty what the logit of each token that occurred is divided by where it is
///   positive and multiplied with where it is negative, once, however often it occurred; 1 nothing
/// @param lengthPenalty what the probability of the stop token is multiplied with, once for each
///   step after `regulationStart`; 1 nothing
/// @param regulationStart the step, counted from 0, after which that begins
public record SamplingSettings(
    Order order,
    double temperature,
    int topK,
    double topP,
    double repetitionPenalty,
    double lengthPenalty,
    int regulationStart) {

  /// Whose rules count. Penalty, temperature, top-k, top-p and softmax come in the same order in
  /// both.
  public enum Order {
    /// Those of `moss_inference.py`: a repetition penalty below 1 is none, and there is a length
    /// penalty.
    MOSS_INFERENCE,
    /// Those of transformers' `generate`: a repetition penalty below 1 favours repetition, and
    /// there is no length penalty.
    TRANSFORMERS
  }

  /// The likeliest token at every step.
  public static final SamplingSettings GREEDY =
      new SamplingSettings(Order.TRANSFORMERS, 0, 0, 1, 1, 1, 0);

  public SamplingSettings {
    require(temperature >= 0 && temperature <= 100, "temperature", temperature, "0 to 100");
    require(topK >= 0, "top_k", topK, "0 or more");
    require(topP > 0 && topP <= 1, "top_p", topP, "above 0, at most 1");
    require(repetitionPenalty > 0, "repetition_penalty", repetitionPenalty, "above 0");
    require(lengthPenalty > 0, "length_penalty", lengthPenalty, "above 0");
    require(regulationStart >= 0, "regulation_start", regulationStart, "0 or more");
  }

  private static void require(boolean holds, String name, Number value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
    }
  }

  /// These settings at another temperature.
  public SamplingSettings withTemperature(double newTemperature) {
    return new SamplingSettings(
        order, newTemperature, topK, topP, repetitionPenalty, lengthPenalty, regulationStart);
  }

  /// These settings with another top-k.
  public SamplingSettings withTopK(int newTopK) {
    return new SamplingSettings(
        order, temperature, newTopK, topP, repetitionPenalty, lengthPenalty, regulationStart);
  }

  /// These settings with another top-p.
  public SamplingSettings withTopP(double newTopP) {
    return new SamplingSettings(
        order, temperature, topK, newTopP, repetitionPenalty, lengthPenalty, regulationStart);
  }

  /// These settings with another repetition penalty.
  public SamplingSettings withRepetitionPenalty(double newPenalty) {
    return new SamplingSettings(
        order, temperature, topK, topP, newPenalty, lengthPenalty, regulationStart);
  }

  /// The penalty as far as the rules heed it.
  double effectiveRepetitionPenalty() {
    return switch (order) {
      case MOSS_INFERENCE -> Math.max(1, repetitionPenalty);
      case TRANSFORMERS -> repetitionPenalty;
    };
  }

  /// What the probability of the stop token is multiplied with at a step.
  double stopFactor(int step) {
    return switch (order) {
      case MOSS_INFERENCE ->
          step > regulationStart ? Math.pow(lengthPenalty, step - regulationStart) : 1;
      case TRANSFORMERS -> 1;
    };
  }
}
