package io.mosskit.plugins;

import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The calls of one turn, executed. Source of the order and the numbers: MOSS reference, section
/// A.6.
///
/// @param executions one for each call, in the order of the calls
/// @param results what the tool-responses field says: the blocks of `Search` first, then those of
///   `Calculate`, of `Solve` and of all others, each kind in the order of the calls; `<|n|>:` lines
///   are counted on through the turn
public record Round(List<Execution> executions, Results results) {

  private static final List<String> ORDER = List.of("Search", "Calculate", "Solve");

  public Round {
    executions = List.copyOf(executions);
  }

  /// Executes the calls of a turn, one after the other.
  ///
  /// @param plugins one for each call at least
  /// @param limits of each call
  /// @param clock for the receipts alone
  /// @throws IllegalArgumentException where a call has no plugin
  public static Round of(
      List<PluginCall> calls, Plugins plugins, Limits limits, InstantSource clock) {
    List<Execution> executions = new ArrayList<>();
    for (PluginCall call : calls) {
      executions.add(Execution.of(plugin(call, calls, plugins), call.argument(), limits, clock));
    }
    boolean inline = calls.size() == 1 && plugin(calls.getFirst(), calls, plugins).answersInline();
    return new Round(executions, inline ? inline(executions.getFirst()) : blocks(executions));
  }

  private static Plugin plugin(PluginCall call, List<PluginCall> calls, Plugins plugins) {
    return plugins
        .answering(call, calls)
        .orElseThrow(() -> new IllegalArgumentException("no plugin is installed for " + call));
  }

  private static Results inline(Execution execution) {
    return new Results.Inline(execution.outcome().printed());
  }

  private static Results blocks(List<Execution> executions) {
    List<Block> blocks = new ArrayList<>();
    int next = 1;
    for (Block block : executions.stream().map(Execution::block).sorted(GROUPED).toList()) {
      Block counted = block.numberedFrom(next);
      next += counted.numbers().size();
      blocks.add(counted);
    }
    return blocks.isEmpty() ? new Results.None() : new Results.Blocks(blocks);
  }

  private static final Comparator<Block> GROUPED =
      Comparator.comparingInt(block -> group(block.call().name()));

  /// Calls in the order in which their results stand.
  public static List<PluginCall> grouped(List<PluginCall> calls) {
    return calls.stream().sorted(Comparator.comparingInt(call -> group(call.name()))).toList();
  }

  private static int group(String name) {
    int group = ORDER.indexOf(name);
    return group < 0 ? ORDER.size() : group;
  }

  /// Whether every call has an answer.
  public boolean succeeded() {
    return executions.stream().noneMatch(Round::failed);
  }

  /// Whether there are calls, and none has an answer.
  public boolean failed() {
    return !executions.isEmpty() && executions.stream().allMatch(Round::failed);
  }

  private static boolean failed(Execution execution) {
    return execution.outcome() instanceof Outcome.Failure;
  }
}
