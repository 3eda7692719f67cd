package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;

import java.util.ArrayList;
import java.util.List;

/// Digits written in groups with the same single sign between them: `6222 0212 3456 7890`.
///
/// @param digits all of them, without the signs
/// @param sizes of the groups
/// @param end after the last group
record Grouped(String digits, List<Integer> sizes, int end) {
  private static final int MOST_DIGITS = 24;

  Grouped {
    sizes = List.copyOf(sizes);
  }

  /// The groups that begin there. Where the text goes on with the sign and a digit all the same, or
  /// has more digits than any number looked for, the groups are empty.
  static Grouped from(String text, int start, char sign) {
    StringBuilder digits = new StringBuilder();
    List<Integer> sizes = new ArrayList<>();
    int end = start;
    while (true) {
      int groupEnd = digitsEnd(text, end, MOST_DIGITS + 1);
      digits.append(text, end, groupEnd);
      sizes.add(groupEnd - end);
      end = groupEnd;
      if (digits.length() > MOST_DIGITS) {
        return new Grouped("", List.of(), start);
      }
      if (at(text, end) != sign || !isDigit(at(text, end + 1))) {
        return new Grouped(digits.toString(), sizes, end);
      }
      end++;
    }
  }

  /// Whether the character before belongs to the same series of groups.
  static boolean continues(String text, int start) {
    char before = at(text, start - 1);
    return (before == ' ' || before == '-') && isDigit(at(text, start - 2));
  }
}
