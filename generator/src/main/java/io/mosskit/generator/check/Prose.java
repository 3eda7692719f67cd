package io.mosskit.generator.check;

import java.util.regex.Pattern;

/// A text without what is code in it.
final class Prose {

  private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|\\z)|`[^`\\n]*`");

  private Prose() {}

  static String of(String text) {
    return CODE.matcher(text).replaceAll(" ");
  }
}
