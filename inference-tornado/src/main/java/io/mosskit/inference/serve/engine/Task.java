package io.mosskit.inference.serve.engine;

import io.mosskit.inference.sampling.SamplingSettings;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is asked of the model about one sequence.
public sealed interface Task {

  /// The tokens that there are, at least one.
  int[] prompt();

  /// To write a prompt on.
  ///
  /// @param most the most tokens to write; 0 where only the prompt is to be scored
  record Write(int[] prompt, Drawing drawing, int most, Telling telling) implements Task {

    public Write {
      requireTokens(prompt);
      if (most < 0) {
        throw new IllegalArgumentException("most is " + most + "; expected 0 or more");
      }
    }
  }

  /// To give the mean of the last hidden states over a text.
  record Embed(int[] prompt) implements Task {

    public Embed {
      requireTokens(prompt);
    }
  }

  /// How tokens are drawn.
  ///
  /// @param random decides the draws; used by the engine alone from now on
  /// @param stopTokens any of them ends the sequence; the first is the one that a length penalty is
  ///   about
  record Drawing(SamplingSettings settings, RandomGenerator random, List<Integer> stopTokens) {

    public Drawing {
      stopTokens = List.copyOf(stopTokens);
    }
  }

  /// What is told about tokens besides their ids.
  ///
  /// @param prompt whether the prompt's tokens are told too
  /// @param top how many of the likeliest tokens are told beside each; -1 where not even its own
  ///   log-probability is wanted
  record Telling(boolean prompt, int top) {

    /// Ids alone.
    public static final Telling IDS = new Telling(false, -1);
  }

  private static void requireTokens(int[] prompt) {
    if (prompt.length == 0) {
      throw new IllegalArgumentException("a prompt has at least one token");
    }
  }
}
