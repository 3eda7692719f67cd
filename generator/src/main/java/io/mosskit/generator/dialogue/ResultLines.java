package io.mosskit.generator.dialogue;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Round;
import io.mosskit.schema.trace.Citations;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What came of the calls of a turn as a request shows it: a line for each result, with the number
/// that a reply cites it by, `[1] Calculate("6*7") => 42`.
final class ResultLines {

  /// In the place of a number where a reply could not say which result it means.
  private static final String NOT_CITABLE = "-";

  private ResultLines() {}

  static List<String> of(Round round) {
    return switch (round.results()) {
      case Results.None() -> List.of();
      case Results.Inline(String text) ->
          List.of(line("1", round.executions().getFirst().block().call(), text));
      case Results.Blocks(List<Block> blocks) -> blocks(blocks, round.executions());
      case Results.Malformed malformed -> throw new AssertionError(malformed);
    };
  }

  /// The snippets of a search have numbers; any other result is cited by the place of its block,
  /// where no snippet has that number.
  private static List<String> blocks(List<Block> blocks, List<Execution> executions) {
    Set<Integer> taken = new TreeSet<>();
    blocks.forEach(block -> taken.addAll(block.numbers()));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.numbers().isEmpty()) {
        String number = taken.contains(i + 1) ? NOT_CITABLE : Integer.toString(i + 1);
        lines.add(line(number, block.call(), printed(block.call(), executions)));
      } else {
        lines.addAll(snippets(block));
      }
    }
    return lines;
  }

  private static List<String> snippets(Block block) {
    List<String> lines = new ArrayList<>();
    for (String line : block.text().split("\n", -1)) {
      int number =
          Citations.of(line).stream().mapToInt(each -> each.number()).findFirst().orElse(0);
      String text = line.substring(line.indexOf("|>:") + "|>:".length()).strip();
      lines.add(line(Integer.toString(number), block.call(), text));
    }
    return lines;
  }

  private static String printed(PluginCall call, List<Execution> executions) {
    return executions.stream()
        .filter(execution -> execution.block().call().equals(call))
        .map(execution -> execution.outcome().printed())
        .findFirst()
        .orElseThrow();
  }

  private static String line(String number, PluginCall call, String text) {
    return "[%s] %s => %s".formatted(number, call, text.strip().replace("\n", "; "));
  }
}
