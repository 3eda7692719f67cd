package io.mosskit.curation.privacy;

import java.util.List;
import java.util.Locale;

/// Whether a string was drawn by a machine, as keys are, or written by a person, as names and
/// stand-ins are.
final class Randomness {
  private static final List<String> STAND_INS =
      List.of(
          "example",
          "xxxx",
          "your",
          "placeholder",
          "changeme",
          "dummy",
          "insert",
          "replace",
          "abcdefgh",
          "12345678",
          "aaaa",
          "0000000",
          "****",
          "test_key",
          "my_");

  private static final double LEAST_BITS = 2.8;

  private Randomness() {}

  /// Whether it says itself that it stands for a key.
  static boolean isStandIn(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return STAND_INS.stream().anyMatch(lower::contains);
  }

  /// Whether it mixes digits and letters, or capitals and small letters, and repeats itself as
  /// little as drawn characters do.
  static boolean isMixed(String value) {
    boolean digit = value.chars().anyMatch(c -> Characters.isDigit((char) c));
    boolean lower = value.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    boolean upper = value.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    boolean mixed = digit ? lower || upper : lower && upper;
    return mixed && bits(value) >= LEAST_BITS;
  }

  /// Whether it changes between capitals, small letters and digits as often as drawn characters do,
  /// and names of variables do not.
  static boolean isRestless(String value) {
    int changes = 0;
    for (int i = 1; i < value.length(); i++) {
      changes += sort(value.charAt(i)) == sort(value.charAt(i - 1)) ? 0 : 1;
    }
    return changes * 5 >= value.length();
  }

  private static int sort(char c) {
    if (Characters.isDigit(c)) {
      return 0;
    }
    return c >= 'A' && c <= 'Z' ? 1 : 2;
  }

  /// Shannon's entropy of the characters, in bits a character.
  static double bits(String value) {
    int[] counts = new int[128];
    for (int i = 0; i < value.length(); i++) {
      counts[value.charAt(i) & 127]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / value.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
