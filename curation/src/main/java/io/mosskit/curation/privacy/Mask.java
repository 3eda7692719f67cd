package io.mosskit.curation.privacy;

/// Shows of a secret what tells its kind and not whose it is.
final class Mask {
  static final String HIDDEN = "***";

  private Mask() {}

  static String of(Kind kind, String secret) {
    String text = Characters.fold(secret);
    return switch (kind) {
      case EMAIL -> head(text, 1) + "@" + HIDDEN + text.substring(text.lastIndexOf('.'));
      case PRIVATE_KEY -> text.startsWith("-----") ? head(text, text.indexOf('-', 5)) : HIDDEN;
      case API_KEY -> head(text, Math.min(3, text.length() / 8));
      case RESIDENT_ID, BANK_CARD, IBAN, PHONE -> head(text, 2) + " (" + text.length() + ")";
      case IP_ADDRESS -> head(text, Math.max(1, text.indexOf(text.indexOf(':') < 0 ? '.' : ':')));
      case ADDRESS, NAME -> head(text, 1);
    };
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length())) + HIDDEN;
  }
}
