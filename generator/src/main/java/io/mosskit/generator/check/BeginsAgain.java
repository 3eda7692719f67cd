package io.mosskit.generator.check;

import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Units;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A reply that ought to go on where the one before was cut, and begins that one again, at once or
/// after a word of courtesy.
final class BeginsAgain implements Check {

  /// So many units of the beginning tell a text from others: about a line.
  private static final int TELLING = 12;

  /// Within so many units of a reply its courtesies are over.
  private static final int COURTESY = 30;

  @Override
  public String fault() {
    return "begins_again";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    if (!turn.place().cut().goesOn()) {
      return Optional.empty();
    }
    List<String> before = first(TELLING, Units.of(turn.place().lastOf(Role.ASSISTANT)));
    List<String> beginning = first(COURTESY + TELLING, Units.of(turn.text()));
    return before.size() == TELLING && Collections.indexOfSubList(beginning, before) >= 0
        ? Optional.of("it begins as the reply before did")
        : Optional.empty();
  }

  private static List<String> first(int count, List<String> units) {
    return units.subList(0, Math.min(count, units.size()));
  }
}
