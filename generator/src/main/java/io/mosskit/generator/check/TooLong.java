package io.mosskit.generator.check;

import java.util.Optional;

/// More tokens than the dialogue has room for.
final class TooLong implements Check {

  @Override
  public String fault() {
    return "too_long";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    Place.Room room = turn.place().room();
    int tokens = room.count().of(turn.text());
    return tokens > room.tokens()
        ? Optional.of("%d tokens, room for %d".formatted(tokens, room.tokens()))
        : Optional.empty();
  }
}
