package io.mosskit.curation.filter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds replies that end where no sentence does: with a comma, an opening bracket or quotation
/// mark, or a word that must go on (`the`, `and`, `because`; `因为`, `以及`). A reply without an end
/// mark is another matter; see [OpenEnd]. Code and formulas at the end are not asked.
final class TruncatedEnd {

  private static final String GOES_ON = ",，、（(《「『“‘[【";

  /// Words that end no sentence; `of` and `is` may, as in a song.
  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "a",
          "an",
          "and",
          "or",
          "because",
          "which",
          "whose",
          "their",
          "your",
          "its",
          "my",
          "our",
          "every",
          "including",
          "than");

  /// The same in Chinese; characters such as `和` also end words (`柔和`).
  private static final List<String> CHINESE =
      List.of("因为", "但是", "以及", "例如", "比如", "包括", "并且", "而且", "或者", "如果", "由于", "为了");

  private static final int SHOWN = 40;

  private TruncatedEnd() {}

  /// The words that show it, null where none do.
  static @Nullable String sign(String reply) {
    String text = Flagged.end(Prose.of(reply).strip(), SHOWN);
    if (text.isEmpty() || reply.stripTrailing().endsWith("```")) {
      return null;
    }
    boolean mark = GOES_ON.indexOf(text.charAt(text.length() - 1)) >= 0;
    return mark || CHINESE.stream().anyMatch(text::endsWith) || ENGLISH.contains(lastWord(text))
        ? text
        : null;
  }

  /// The last word where the text ends with it and another word stands before it, else nothing. An
  /// `A` at the end is a grade or a vitamin.
  private static String lastWord(String text) {
    int from = text.length();
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return from == 0 ? "" : text.substring(from);
  }
}
