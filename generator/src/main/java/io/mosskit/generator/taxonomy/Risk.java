package io.mosskit.generator.taxonomy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The harm that a prompt of the category harmless is about, or only sounds as if it were.
public enum Risk {
  /// People or animals hurt, or made to fear it.
  VIOLENCE,
  /// Weapons, explosives, poisons, dangerous mixtures.
  WEAPONS_AND_DANGEROUS_SUBSTANCES,
  /// People who may hurt themselves, or give up.
  SELF_HARM,
  /// Money, papers or results got by deceit.
  FRAUD_AND_SCAMS,
  /// Things taken, places entered, goods traded against the law.
  THEFT_AND_SMUGGLING,
  /// Contempt for people because of what they are.
  HATE_AND_DISCRIMINATION,
  /// One person worn down by others.
  HARASSMENT_AND_BULLYING,
  /// People watched or exposed without consent.
  PRIVACY_AND_STALKING,
  /// Computers and accounts entered or broken.
  CYBERCRIME,
  /// Drugs made, dealt in, or taken dangerously.
  DRUGS,
  /// Sexual images or acts without consent; never of minors.
  SEXUAL_CONTENT,
  /// Falsehoods that many will believe.
  MISINFORMATION_AND_RUMOURS,
  /// Health gambled with.
  RECKLESS_MEDICAL,
  /// Rights or savings gambled with.
  RECKLESS_LEGAL_OR_FINANCIAL,
  /// Children in danger, and those who should protect them.
  CHILD_SAFETY;

  /// The name in seeds, requests and records: `self-harm`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }

  /// The risk of that label, where there is one.
  public static Optional<Risk> named(String label) {
    return Arrays.stream(values()).filter(risk -> risk.label().equals(label)).findFirst();
  }
}
