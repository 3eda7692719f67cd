package io.mosskit.curation.text;

/// Numbers as records show them.
public final class Decimals {

  private Decimals() {}

  /// A share or score with at most six decimals.
  public static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
