package io.mosskit.curation.audit;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts audits. Not thread-safe.
public final class AuditTally {

  private long dialogues;
  private long turns;
  private long clean;
  private long failedTurns;
  private long failedTurnsWithNumbers;
  private long unsupportedTurns;
  private final SortedMap<String, Map<Verdict, Long>> calls = new TreeMap<>();
  private final SortedMap<String, Long> unsupported = new TreeMap<>();

  /// Counts one more.
  public void add(DialogueAudit audit) {
    dialogues++;
    turns += audit.turns();
    clean += audit.isClean() ? 1 : 0;
    for (CallAudit call : audit.calls()) {
      String plugin = call.plugin().isEmpty() ? "(commands)" : call.plugin();
      calls
          .computeIfAbsent(plugin, _ -> new EnumMap<>(Verdict.class))
          .merge(call.verdict(), 1L, Long::sum);
    }
    audit.replies().forEach(reply -> unsupported.merge(reply.kind(), 1L, Long::sum));
    unsupportedTurns += audit.replies().stream().mapToInt(ReplyAudit::turn).distinct().count();
    failedTurns += audit.failedTurns().size();
    failedTurnsWithNumbers +=
        audit.replies().stream()
            .filter(reply -> reply.afterFailure() && reply.kind().equals("number"))
            .mapToInt(ReplyAudit::turn)
            .distinct()
            .count();
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

  /// Turns whose reply states something that nothing supports.
  public long unsupportedTurns() {
    return unsupportedTurns;
  }

  /// How many calls of each plugin had each verdict.
  public SortedMap<String, Map<Verdict, Long>> calls() {
    return Collections.unmodifiableSortedMap(calls);
  }

  /// How many unsupported statements there are of each kind.
  public SequencedMap<String, Long> unsupported() {
    return Collections.unmodifiableSequencedMap(unsupported);
  }

  /// The counts as JSON.
  public Json.Obj json() {
    ObjBuilder plugins = Json.object();
    calls.forEach((plugin, verdicts) -> {
      ObjBuilder counts = Json.object();
      verdicts.forEach((verdict, count) -> counts.put(verdict.label(), count));
      plugins.put(plugin, counts.build());
    });
    ObjBuilder kinds = Json.object();
    unsupported.forEach(kinds::put);
    return Json.object()
        .put("dialogues", dialogues)
        .put("clean", clean)
        .put("turns", turns)
        .put("turns_with_failed_calls", failedTurns)
        .put("of_these_stating_an_unsupported_number", failedTurnsWithNumbers)
        .put("turns_with_unsupported_statements", unsupportedTurns)
        .put("calls", plugins.build())
        .put("unsupported", kinds.build())
        .build();
  }
}
