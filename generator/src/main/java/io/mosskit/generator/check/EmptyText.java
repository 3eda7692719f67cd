package io.mosskit.generator.check;

import java.util.Optional;

/// Nothing but blanks.
final class EmptyText implements Check {

  @Override
  public String fault() {
    return "empty";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    return turn.text().isEmpty() ? Optional.of("nothing but blanks") : Optional.empty();
  }
}
