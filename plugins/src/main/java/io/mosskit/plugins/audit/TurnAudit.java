package io.mosskit.plugins.audit;

import java.util.List;

/// What was found out about one turn.
///
/// @param turn its number in the dialogue
/// @param failed whether a call of it has no answer in the record
/// @param calls every call, in their order
/// @param findings everything that does not stand, stage by stage
public record TurnAudit(
    int turn, boolean failed, List<CallAudit> calls, List<AuditFinding> findings) {

  public TurnAudit {
    calls = List.copyOf(calls);
    findings = List.copyOf(findings);
  }

  /// Whether nothing was found.
  public boolean isClean() {
    return findings.isEmpty();
  }

  /// Whether its reply states a number that nothing supports.
  public boolean inventsNumbers() {
    return findings.stream().anyMatch(finding -> finding.kind().equals(Meaning.NUMBER));
  }
}
