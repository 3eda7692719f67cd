package io.mosskit.plugins.search;

import io.mosskit.plugins.PythonText;
import java.util.regex.Pattern;

/// Passages as the published results quote them: as Python's `repr` prints a string, cut after so
/// many characters of it, the closing quote then lost. Source: MOSS reference, section A.6.
///
/// Nothing in a passage can be taken for a part of the format. Line breaks are spelled `\n`, so a
/// passage stays on its line; and the `<` of `<|` and of `<eom>` and its like gets a blank after
/// it, so that no marker, no special token and no citation is left in it.
public final class Snippets {

  /// What opens every marker, role and citation of the format, and its five closing tokens.
  private static final Pattern MARKER = Pattern.compile("<(?=\\||eo[a-z]>)");

  private Snippets() {}

  /// A passage, quoted and cut.
  ///
  /// @param characters the most Unicode characters, the opening quote included, at least 1
  static String quote(String passage, int characters) {
    String quoted = PythonText.quote(MARKER.matcher(passage).replaceAll("< "));
    if (quoted.codePointCount(0, quoted.length()) <= characters) {
      return quoted;
    }
    int end = quoted.offsetByCodePoints(0, characters);
    return quoted.substring(0, end).stripTrailing(); // a blank would not survive the line's end
  }

  /// How many characters a text takes between the quotes.
  public static int length(String text) {
    String quoted = PythonText.quote(MARKER.matcher(text).replaceAll("< "));
    return quoted.codePointCount(0, quoted.length()) - 2;
  }
}
