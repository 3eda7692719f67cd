package io.mosskit.curation.audit;

import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.CallAudit;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.plugins.audit.ReceiptVerdict;
import io.mosskit.plugins.audit.Stage;
import io.mosskit.plugins.audit.TurnAudit;
import io.mosskit.plugins.audit.Verdict;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts audits. Not thread-safe.
public final class AuditTally {

  private long dialogues;
  private long turns;
  private long clean;
  private long failedTurns;
  private long failedTurnsWithNumbers;
  private final SortedMap<String, Map<Verdict, Long>> calls = new TreeMap<>();
  private final Map<ReceiptVerdict, Long> receipts = new EnumMap<>(ReceiptVerdict.class);
  private final Map<Stage, SortedMap<String, Long>> findings = new EnumMap<>(Stage.class);
  private final Map<Stage, Long> turnsWithFindings = new EnumMap<>(Stage.class);

  /// Nothing yet.
  public AuditTally() {
    for (Stage stage : Stage.values()) {
      findings.put(stage, new TreeMap<>());
      turnsWithFindings.put(stage, 0L);
    }
  }

  /// Counts one more.
  public void add(DialogueAudit audit) {
    dialogues++;
    turns += audit.turns().size();
    clean += audit.isClean() ? 1 : 0;
    audit.calls().forEach(this::add);
    count(audit.whole());
    for (TurnAudit turn : audit.turns()) {
      count(turn.findings());
      failedTurns += turn.failed() ? 1 : 0;
      failedTurnsWithNumbers += turn.failed() && turn.inventsNumbers() ? 1 : 0;
    }
  }

  private void add(CallAudit call) {
    String plugin = call.plugin().isEmpty() ? "(commands)" : call.plugin();
    calls
        .computeIfAbsent(plugin, _ -> new EnumMap<>(Verdict.class))
        .merge(call.verdict(), 1L, Long::sum);
    if (call.receipt() != ReceiptVerdict.NONE) {
      receipts.merge(call.receipt(), 1L, Long::sum);
    }
  }

  private void count(List<AuditFinding> found) {
    found.forEach(finding -> findings(finding.stage()).merge(finding.kind(), 1L, Long::sum));
    found.stream()
        .map(AuditFinding::stage)
        .distinct()
        .forEach(stage -> turnsWithFindings.merge(stage, 1L, Long::sum));
  }

  private SortedMap<String, Long> findings(Stage stage) {
    return Objects.requireNonNull(findings.get(stage));
  }

  public long dialogues() {
    return dialogues;
  }

  public long turns() {
    return turns;
  }

  /// Dialogues in which every recorded answer stands and every statement is supported.
  public long clean() {
    return clean;
  }

  /// Turns of which a call has no answer in the record.
  public long failedTurns() {
    return failedTurns;
  }

  /// Those among them whose reply states a number all the same that nothing supports.
  public long failedTurnsWithNumbers() {
    return failedTurnsWithNumbers;
  }

  /// How many calls of each plugin had each verdict.
  public SortedMap<String, Map<Verdict, Long>> calls() {
    return Collections.unmodifiableSortedMap(calls);
  }

  /// How many receipts compared how; none where no record carries any.
  public Map<ReceiptVerdict, Long> receipts() {
    return Collections.unmodifiableMap(receipts);
  }

  /// How many findings of each kind a stage had.
  public SortedMap<String, Long> kinds(Stage stage) {
    return Collections.unmodifiableSortedMap(findings(stage));
  }

  /// How many turns a stage found something in.
  public long turnsWithFindings(Stage stage) {
    return turnsWithFindings.getOrDefault(stage, 0L);
  }

  /// The counts as JSON.
  public Json.Obj json() {
    ObjBuilder plugins = Json.object();
    calls.forEach((plugin, verdicts) -> {
      ObjBuilder counts = Json.object();
      verdicts.forEach((verdict, count) -> counts.put(verdict.label(), count));
      plugins.put(plugin, counts.build());
    });
    ObjBuilder compared = Json.object();
    receipts.forEach((verdict, count) -> compared.put(verdict.label(), count));
    ObjBuilder stages = Json.object();
    for (Stage stage : Stage.values()) {
      ObjBuilder kinds = Json.object();
      findings(stage).forEach(kinds::put);
      stages.put(
          stage.label(),
          Json.object()
              .put("turns", turnsWithFindings(stage))
              .put("findings", kinds.build())
              .build());
    }
    return Json.object()
        .put("dialogues", dialogues)
        .put("clean", clean)
        .put("turns", turns)
        .put("turns_with_failed_calls", failedTurns)
        .put("of_these_stating_an_unsupported_number", failedTurnsWithNumbers)
        .put("calls", plugins.build())
        .put("receipts", compared.build())
        .put("stages", stages.build())
        .build();
  }
}
