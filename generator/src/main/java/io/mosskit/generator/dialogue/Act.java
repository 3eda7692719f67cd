package io.mosskit.generator.dialogue;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Receipt;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.List;

/// What the assistant did in a turn before it replied.
///
/// @param thoughts what it thought
/// @param calls what it called, in that order; may be empty
/// @param round what came of the calls
record Act(String thoughts, List<PluginCall> calls, Round round) {

  Act {
    calls = List.copyOf(calls);
  }

  /// The body of the commands field.
  String commands() {
    return Commands.body(calls);
  }

  /// The body of the tool-responses field.
  String results() {
    return switch (round.results()) {
      case Results.None() -> Results.body(List.of());
      case Results.Inline(String text) -> text;
      case Results.Blocks(List<Results.Block> blocks) -> Results.body(blocks);
      case Results.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  /// The turn in which it was done.
  Turn turn(int number, String human, String reply) {
    return Turn.withPlugins(number, List.of(human, thoughts, commands(), results(), reply));
  }

  List<Receipt> receipts() {
    return round.executions().stream().map(Execution::receipt).toList();
  }

  /// As it stands in a rejection.
  Json json() {
    return Json.object()
        .put("role", "plugins")
        .put("thoughts", thoughts)
        .put("commands", commands())
        .put("results", results())
        .build();
  }
}
