package io.mosskit.curation.audit;

import io.mosskit.schema.json.Json;
import java.util.List;

/// What was found out about one dialogue.
///
/// @param id of its record
/// @param turns how many turns it has
/// @param failedTurns the numbers of those turns of which a call has no answer in the record
/// @param calls every call, in their order
/// @param replies everything that a reply states without support, in order
public record DialogueAudit(
    String id,
    int turns,
    List<Integer> failedTurns,
    List<CallAudit> calls,
    List<ReplyAudit> replies) {

  public DialogueAudit {
    failedTurns = List.copyOf(failedTurns);
    calls = List.copyOf(calls);
    replies = List.copyOf(replies);
  }

  /// Whether every recorded answer stands and every statement is supported.
  public boolean isClean() {
    return replies.isEmpty() && calls.stream().allMatch(call -> call.verdict().isGood());
  }

  /// This audit as a line of a report.
  public Json.Obj json() {
    return Json.object()
        .put("id", id)
        .put("turns", turns)
        .put("calls", Json.of(calls.stream().map(CallAudit::json).toList()))
        .put("unsupported", Json.of(replies.stream().map(ReplyAudit::json).toList()))
        .build();
  }
}
