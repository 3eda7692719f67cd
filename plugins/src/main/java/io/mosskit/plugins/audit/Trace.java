package io.mosskit.plugins.audit;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A turn with its commands and its results read.
record Trace(Turn turn, Commands commands, Results results) {

  static Trace of(Turn turn) {
    return new Trace(
        turn,
        Commands.parse(turn.body(Field.COMMANDS)),
        Results.parse(turn.body(Field.TOOL_RESPONSES)));
  }

  int number() {
    return turn.number();
  }

  /// The calls; none where the commands are none or cannot be read.
  List<PluginCall> calls() {
    return commands instanceof Commands.Calls(var calls) ? calls : List.of();
  }

  /// The answers that echo their calls.
  List<Block> blocks() {
    return results instanceof Results.Blocks(var blocks) ? blocks : List.of();
  }

  /// Whether a call has no answer.
  boolean failed() {
    return texts().anyMatch(Block::failed);
  }

  /// Whether there are answers, and none of them is one.
  boolean failedWholly() {
    return texts().findAny().isPresent() && texts().allMatch(Block::failed);
  }

  private Stream<Block> texts() {
    return results instanceof Results.Inline(String text)
        ? calls().stream().limit(1).map(call -> new Block(call, text, true))
        : blocks().stream();
  }

  /// The answer to each call, in the order of the calls; an inline answer belongs to the only call.
  List<Optional<Block>> answers() {
    List<Optional<Block>> answers = new ArrayList<>();
    List<Block> open = new ArrayList<>(blocks());
    for (PluginCall call : calls()) {
      answers.add(
          results instanceof Results.Inline(String text)
              ? Optional.of(new Block(call, text, true))
              : take(open, call));
    }
    return answers;
  }

  private static Optional<Block> take(List<Block> open, PluginCall call) {
    for (Iterator<Block> blocks = open.iterator(); blocks.hasNext(); ) {
      Block block = blocks.next();
      if (block.call().equals(call)) {
        blocks.remove();
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }
}
