package io.mosskit.curation.tag;

/// The beginning of a text, as much as taggers look at: what a dialogue is about shows there, and a
/// text of a hundred megabytes costs no more than one of twenty thousand characters.
final class Head {

  /// In UTF-16 units.
  static final int LENGTH = 20_000;

  private Head() {}

  static String of(String text) {
    if (text.length() <= LENGTH) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    return text.substring(0, end);
  }
}
