package io.mosskit.curation.filter;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Counts the turns that show a sign, for rules that allow a number of such turns.
final class Flagged {
  private static final int SHOWN = 80;

  private Flagged() {}

  /// Says which turn shows the sign first.
  ///
  /// @param rule the rule's name
  /// @param what what such a turn does, after "turn 3 "
  /// @param sign where a turn shows it, the words that do; else null
  static Optional<Breach> check(
      String rule,
      String what,
      int maxTurns,
      Conversation conversation,
      Function<Turn, @Nullable String> sign) {
    int turns = 0;
    int first = 0;
    String shown = "";
    for (Turn turn : conversation.turns()) {
      String found = sign.apply(turn);
      if (found != null) {
        first = turns == 0 ? turn.number() : first;
        shown = turns == 0 ? shortened(found) : shown;
        turns++;
      }
    }
    if (turns <= maxTurns) {
      return Optional.empty();
    }
    return Optional.of(
        new Breach(
            rule,
            "turn %d %s: \"%s\"%s".formatted(first, what, shown, others(turns - 1)),
            Json.object()
                .put("turn", first)
                .put("found", shown)
                .put("turns", turns)
                .put("limit", maxTurns)
                .build()));
  }

  private static String others(int turns) {
    return switch (turns) {
      case 0 -> "";
      case 1 -> ", and so does another turn";
      default -> ", and so do " + turns + " other turns";
    };
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }

  /// Up to that many characters at the end of a text.
  static String end(String text, int characters) {
    int from = Math.max(0, text.length() - characters);
    boolean half = from > 0 && Character.isLowSurrogate(text.charAt(from));
    return text.substring(half ? from + 1 : from);
  }
}
