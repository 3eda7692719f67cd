package io.mosskit.curation.privacy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Settles the history of a scrubbed dialogue: the receipts of calls that no longer stand there as
/// they were made go, and a verdict says what was replaced.
final class Receipts {
  private static final String RECEIPTS = "receipts";
  private static final String VERDICTS = "verdicts";

  private Receipts() {}

  static Conversation settled(
      Conversation before, Conversation after, List<Finding> findings, Recogniser recogniser) {
    Json.Obj lineage =
        after.mosskit().get(Lineage.MEMBER) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    List<Json> receipts = elements(lineage, RECEIPTS);
    Set<PluginCall> changed = changedCalls(before, after);
    List<Json> left =
        receipts.stream().filter(receipt -> isUntouched(receipt, changed, recogniser)).toList();
    int removed = receipts.size() - left.size();
    if (removed > 0) {
      lineage = left.isEmpty() ? lineage.without(RECEIPTS) : lineage.with(RECEIPTS, Json.of(left));
    }
    List<Json> verdicts = new ArrayList<>(elements(lineage, VERDICTS));
    verdicts.add(verdict(findings, removed));
    return after.withMosskit(Lineage.MEMBER, lineage.with(VERDICTS, Json.of(verdicts)));
  }

  private static List<Json> elements(Json.Obj lineage, String name) {
    return lineage.get(name) instanceof Json.Arr(List<Json> elements) ? elements : List.of();
  }

  private static boolean isUntouched(Json receipt, Set<PluginCall> changed, Recogniser recogniser) {
    if (!(receipt instanceof Json.Obj object)) {
      return true;
    }
    String plugin = object.string("plugin");
    String argument = object.string("argument");
    if (plugin == null || argument == null) {
      return true;
    }
    boolean callChanged =
        changed.stream()
            .anyMatch(call -> call.name().equals(plugin) && call.argument().equals(argument));
    return !callChanged && recogniser.secretsIn(argument).isEmpty();
  }

  /// The calls, as they were, of which argument or result is no longer the same.
  private static Set<PluginCall> changedCalls(Conversation before, Conversation after) {
    Set<PluginCall> changed = new HashSet<>();
    for (int i = 0; i < before.turns().size(); i++) {
      Turn old = before.turns().get(i);
      Turn now = after.turns().get(i);
      if (!old.values().equals(now.values())) {
        List<Results.Block> oldBlocks = blocks(old);
        List<Results.Block> blocks = blocks(now);
        for (int j = 0; j < oldBlocks.size(); j++) {
          if (j >= blocks.size() || !oldBlocks.get(j).equals(blocks.get(j))) {
            changed.add(oldBlocks.get(j).call());
          }
        }
        if (oldBlocks.isEmpty() && callsDiffer(old, now)) {
          changed.addAll(calls(old));
        }
      }
    }
    return changed;
  }

  private static boolean callsDiffer(Turn old, Turn now) {
    return !old.value(Field.COMMANDS).equals(now.value(Field.COMMANDS))
        || !old.value(Field.TOOL_RESPONSES).equals(now.value(Field.TOOL_RESPONSES));
  }

  private static List<Results.Block> blocks(Turn turn) {
    return Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Blocks(var blocks)
        ? blocks
        : List.of();
  }

  private static List<PluginCall> calls(Turn turn) {
    return Commands.parse(turn.body(Field.COMMANDS)) instanceof Commands.Calls(var calls)
        ? calls
        : List.of();
  }

  private static Json verdict(List<Finding> findings, int removedReceipts) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
    var values = Json.object();
    counts.forEach((kind, count) -> values.put(kind.label(), count));
    if (removedReceipts > 0) {
      values.put("receipts_removed", removedReceipts);
    }
    return Json.object()
        .put("stage", "scrub")
        .put("decision", "replaced")
        .put("values", values.build())
        .build();
  }
}
