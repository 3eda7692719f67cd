package io.mosskit.generator.check;

import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Optional;

/// The user's words are mostly one stretch of a reply. To quote some words is no such thing.
final class CopiesReply implements Check {

  /// A shorter stretch may be a name or a question taken up.
  private static final int LEAST_UNITS = 20;

  private static final double LEAST_SHARE = 0.7;

  @Override
  public String fault() {
    return "copies_reply";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    List<String> units = Units.of(turn.text());
    if (units.size() < LEAST_UNITS) {
      return Optional.empty();
    }
    int longest =
        turn.place().of(Role.ASSISTANT).stream()
            .mapToInt(reply -> longestCommonStretch(units, Units.of(reply)))
            .max()
            .orElse(0);
    return longest >= LEAST_UNITS && longest >= LEAST_SHARE * units.size()
        ? Optional.of("%d of its %d words stand in a reply".formatted(longest, units.size()))
        : Optional.empty();
  }

  private static int longestCommonStretch(List<String> left, List<String> right) {
    int longest = 0;
    int[] above = new int[right.size() + 1];
    for (String unit : left) {
      int[] row = new int[right.size() + 1];
      for (int i = 0; i < right.size(); i++) {
        row[i + 1] = unit.equals(right.get(i)) ? above[i] + 1 : 0;
        longest = Math.max(longest, row[i + 1]);
      }
      above = row;
    }
    return longest;
  }
}
