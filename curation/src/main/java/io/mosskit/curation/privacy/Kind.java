package io.mosskit.curation.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What private data and secrets are told apart. Where two kinds claim the same characters, the one
/// that stands first here has them.
public enum Kind {
  /// A private key in PEM armour.
  PRIVATE_KEY,
  /// A key, token or password that a program uses.
  API_KEY,
  EMAIL,
  /// A Chinese resident identity number.
  RESIDENT_ID,
  IBAN,
  BANK_CARD,
  PHONE,
  /// A public address, version 4 or 6.
  IP_ADDRESS,
  /// The postal address of a person, after a word that says so.
  ADDRESS,
  /// The name of a person, after a word that says so and beside other private data.
  NAME;

  /// The name on the command line and in reports: `resident-id`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of that label; `_` does for `-`.
  public static Optional<Kind> named(String label) {
    String wanted = label.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(kind -> kind.label().equals(wanted)).findFirst();
  }

  /// All labels in their order.
  public static List<String> labels() {
    return Arrays.stream(values()).map(Kind::label).toList();
  }
}
