package io.mosskit.generator.check;

import java.util.Optional;

/// Another vendor's assistant speaks.
final class ForeignIdentity implements Check {

  @Override
  public String fault() {
    return "foreign_identity";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    return Identity.foreignClaim(turn.text()).map(claim -> "it says \"" + claim + "\"");
  }
}
