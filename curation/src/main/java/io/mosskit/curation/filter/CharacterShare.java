package io.mosskit.curation.filter;

import io.mosskit.curation.text.Decimals;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.Locale;
import java.util.Optional;

/// No reply of at least `minCharacters` characters consists of more than a share of symbols, or of
/// digits. Blanks, code in fences and citations do not count.
///
/// @param minCharacters shorter replies are not asked: a result is all digits, a game all symbols
public record CharacterShare(Kind kind, double maxShare, int minCharacters) implements Filter {

  /// What is counted.
  public enum Kind {
    /// Neither letters, marks, digits nor the usual punctuation.
    SYMBOLS {
      @Override
      boolean counts(int codePoint) {
        return !Character.isLetterOrDigit(codePoint)
            && !isMark(codePoint)
            && PUNCTUATION.indexOf(codePoint) < 0;
      }
    },
    DIGITS {
      @Override
      boolean counts(int codePoint) {
        return Character.isDigit(codePoint);
      }
    };

    private static final String PUNCTUATION = ".,;:!?'\"()-*#。，；：！？、“”‘’（）《》…—·";

    abstract boolean counts(int codePoint);

    private static boolean isMark(int codePoint) {
      int type = Character.getType(codePoint);
      return type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || type == Character.ENCLOSING_MARK;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String name() {
    return kind.label();
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    for (Turn turn : conversation.turns()) {
      double share = share(Prose.of(turn.reply()));
      if (share > maxShare) {
        return Optional.of(
            new Breach(
                name(),
                String.format(
                    Locale.ROOT,
                    "the reply of turn %d consists of %.0f %% %s, expected at most %.0f %%",
                    turn.number(),
                    100 * share,
                    kind.label(),
                    100 * maxShare),
                Json.object()
                    .put("turn", turn.number())
                    .put("share", Decimals.rounded(share))
                    .put("limit", maxShare)
                    .build()));
      }
    }
    return Optional.empty();
  }

  private double share(String text) {
    int all = 0;
    int counted = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (!Character.isWhitespace(codePoint)) {
        all++;
        counted += kind.counts(codePoint) ? 1 : 0;
      }
    }
    return all < Math.max(1, minCharacters) ? 0 : (double) counted / all;
  }

  @Override
  public Json.Obj limits() {
    return Json.object().put("max_share", maxShare).put("min_characters", minCharacters).build();
  }

  @Override
  public Filter withLimit(double limit) {
    return new CharacterShare(kind, Limits.share(name(), limit), minCharacters);
  }
}
