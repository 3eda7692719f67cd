package io.mosskit.curation.privacy;

import java.util.List;
import java.util.Locale;

/// Whether a string was drawn by a machine, as keys are, or written by a person, as names and
/// stand-ins are.
final class Randomness {
  private static final List<String> STAND_INS =
      List.of(
          "example", "xxxx", "your", "placeholder", "changeme", "dummy", "insert", "replace",
          "abcdefgh", "12345678", "aaaa", "0000000", "****", "test_key", "my_");

  private Randomness() {}

  /// Whether it says itself that it stands for a key.
  static boolean isStandIn(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return STAND_INS.stream().anyMatch(lower::contains);
  }

  /// Letters and digits mixed, and at least so many bits a character.
  static boolean isDrawn(String value, double leastBits) {
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < value.length(); i++) {
      digits += Characters.isDigit(value.charAt(i)) ? 1 : 0;
      letters += Characters.isLetter(value.charAt(i)) ? 1 : 0;
    }
    return digits >= 2 && letters >= 2 && !isStandIn(value) && bits(value) >= leastBits;
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
