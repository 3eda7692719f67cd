package io.mosskit.generator.judge;

import java.util.Optional;

/// How far a judge says what people say of the same pairs. Not thread-safe.
public final class Agreement {
  private final long[][] counts = new long[3][3];
  private long pairs;

  /// Counts a pair of which both have spoken.
  public void add(Winner judge, Winner people) {
    counts[judge.ordinal()][people.ordinal()]++;
    pairs++;
  }

  /// How many pairs were counted.
  public long pairs() {
    return pairs;
  }

  /// The share of pairs on which both say the same, ties included; 0 where there is none.
  public double share() {
    return pairs == 0 ? 0 : (double) same() / pairs;
  }

  private long same() {
    return counts[0][0] + counts[1][1] + counts[2][2];
  }

  /// Cohen's kappa: the share beyond what chance would bring; empty where chance alone brings all.
  ///
  /// Source: J. Cohen, A Coefficient of Agreement for Nominal Scales (1960).
  public Optional<Double> kappa() {
    double chance = 0;
    for (int winner = 0; winner < counts.length; winner++) {
      long judge = 0;
      long people = 0;
      for (int other = 0; other < counts.length; other++) {
        judge += counts[winner][other];
        people += counts[other][winner];
      }
      chance += (double) judge * people;
    }
    chance = pairs == 0 ? 1 : chance / ((double) pairs * pairs);
    return chance >= 1 ? Optional.empty() : Optional.of((share() - chance) / (1 - chance));
  }
}
