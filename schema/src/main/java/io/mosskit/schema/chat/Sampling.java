package io.mosskit.schema.chat;

/// How a reply is drawn.
///
/// @param temperature at least 0; 0 is greedy
/// @param topP in (0, 1]; 1 switches nucleus sampling off
/// @param maxTokens the longest reply, at least 1
/// @param seed for servers that honour one
public record Sampling(double temperature, double topP, int maxTokens, long seed) {

  public Sampling {
    if (!(temperature >= 0) || !(topP > 0 && topP <= 1) || maxTokens < 1) {
      throw new IllegalArgumentException(
          "temperature %s must be at least 0, topP %s in (0, 1], maxTokens %d at least 1"
              .formatted(temperature, topP, maxTokens));
    }
  }
}
