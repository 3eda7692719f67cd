package io.mosskit.generator.check;

import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Optional;

/// The same words as an earlier turn of the same speaker.
final class Repetition implements Check {

  @Override
  public String fault() {
    return "repeated";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    List<String> units = Units.of(turn.text());
    // Two texts without words are compared as they are.
    return turn.place().of(turn.speaker()).stream()
        .filter(said -> units.isEmpty() ? said.equals(turn.text()) : Units.of(said).equals(units))
        .map(_ -> "the same was said before")
        .findFirst();
  }
}
