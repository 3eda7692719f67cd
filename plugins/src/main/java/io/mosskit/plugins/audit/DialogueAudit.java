package io.mosskit.plugins.audit;

import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;

/// What was found out about one dialogue.
///
/// @param id of its record
/// @param whole what was found about the record as a whole
/// @param turns each turn, in their order
public record DialogueAudit(String id, List<AuditFinding> whole, List<TurnAudit> turns) {

  public DialogueAudit {
    whole = List.copyOf(whole);
    turns = List.copyOf(turns);
  }

  /// Whether nothing was found at any stage.
  public boolean isClean() {
    return whole.isEmpty() && turns.stream().allMatch(TurnAudit::isClean);
  }

  /// Every call, in their order.
  public List<CallAudit> calls() {
    return turns.stream().flatMap(turn -> turn.calls().stream()).toList();
  }

  /// Everything that was found: about the record first, then turn by turn.
  public List<AuditFinding> findings() {
    List<AuditFinding> findings = new ArrayList<>(whole);
    turns.forEach(turn -> findings.addAll(turn.findings()));
    return List.copyOf(findings);
  }

  /// What was found at one stage.
  public List<AuditFinding> findings(Stage stage) {
    return findings().stream().filter(finding -> finding.stage() == stage).toList();
  }

  /// This audit as a line of a report.
  public Json.Obj json() {
    return Json.object()
        .put("id", id)
        .put("turns", turns.size())
        .put("calls", Json.of(calls().stream().map(CallAudit::json).toList()))
        .put("findings", Json.of(findings().stream().map(AuditFinding::json).toList()))
        .build();
  }
}
