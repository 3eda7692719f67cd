package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Drawn.DrawnTurn;
import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Capability;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Plants calls of the wrong tool and calls with another argument.
final class Calling {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final Set<Capability> ALL =
      EnumSet.of(
          Capability.INNER_THOUGHTS,
          Capability.WEB_SEARCH,
          Capability.CALCULATOR,
          Capability.EQUATION_SOLVER,
          Capability.TEXT_TO_IMAGE);

  private Calling() {}

  /// Another tool is called with the same argument. Every tool is switched on, and in half of the
  /// cases that tool is really asked and its answer recorded.
  static Optional<Planted> wrongTool(Drawn dialogue, int index, RandomGenerator random) {
    DrawnTurn turn = dialogue.turns().get(index);
    if (turn.calls().isEmpty()) {
      return Optional.empty();
    }
    PluginCall right = Mistake.one(turn.calls(), random);
    List<String> others = new ArrayList<>(List.of("Search", "Calculate", "Solve"));
    others.remove(right.name());
    PluginCall wrong = new PluginCall(Mistake.one(others, random), right.argument());
    DrawnTurn changed =
        random.nextBoolean() ? asked(dialogue, turn, right, wrong) : told(turn, right, wrong);
    return Optional.of(
        Mistake.planted(dialogue.with(ALL), index, changed, right + " asked as " + wrong));
  }

  private static DrawnTurn asked(
      Drawn dialogue, DrawnTurn turn, PluginCall right, PluginCall wrong) {
    List<PluginCall> calls = replaced(turn.calls(), right, wrong);
    Round round = Round.of(calls, dialogue.plugins(), Limits.DEFAULT, CLOCK);
    return round.results() instanceof Results.Blocks(var blocks)
        ? turn.withCalls(calls, blocks)
        : turn;
  }

  /// The answer of the right tool stays, in the place that the order of the results wants.
  private static DrawnTurn told(DrawnTurn turn, PluginCall right, PluginCall wrong) {
    List<PluginCall> calls = replaced(turn.calls(), right, wrong);
    List<Block> blocks = echoed(turn.blocks(), right, wrong);
    List<PluginCall> order = Round.grouped(calls);
    blocks.sort((one, other) -> order.indexOf(one.call()) - order.indexOf(other.call()));
    return turn.withCalls(calls, blocks);
  }

  private static List<PluginCall> replaced(
      List<PluginCall> calls, PluginCall right, PluginCall wrong) {
    List<PluginCall> others = new ArrayList<>(calls);
    others.set(others.indexOf(right), wrong);
    return others;
  }

  private static List<Block> echoed(List<Block> blocks, PluginCall right, PluginCall wrong) {
    List<Block> others = new ArrayList<>();
    for (Block block : blocks) {
      others.add(
          block.call().equals(right) ? new Block(wrong, block.text(), block.onSameLine()) : block);
    }
    return others;
  }

  /// A digit or a letter of an argument is another one; the result stays, and in half of the cases
  /// its echo follows. An argument that has the same answer is drawn again.
  static Optional<Planted> alteredArgument(Drawn dialogue, int index, RandomGenerator random) {
    DrawnTurn turn = dialogue.turns().get(index);
    if (turn.calls().isEmpty()) {
      return Optional.empty();
    }
    PluginCall right = Mistake.one(turn.calls(), random);
    PluginCall wrong = new PluginCall(right.name(), altered(right.argument(), random));
    if (turn.calls().contains(wrong) || sameAnswer(dialogue, right, wrong)) {
      return Optional.empty();
    }
    List<PluginCall> calls = replaced(turn.calls(), right, wrong);
    List<Block> blocks = random.nextBoolean() ? turn.blocks() : echoed(turn.blocks(), right, wrong);
    return Optional.of(
        Mistake.planted(
            dialogue, index, turn.withCalls(calls, blocks), right + " altered to " + wrong));
  }

  private static String altered(String argument, RandomGenerator random) {
    int at = random.nextInt(argument.length());
    char c = argument.charAt(at);
    char other =
        c >= '0' && c <= '9'
            ? (char) ('0' + random.nextInt(10))
            : Character.isLetter(c) && c > 127 ? '另' : c;
    return argument.substring(0, at) + other + argument.substring(at + 1);
  }

  private static boolean sameAnswer(Drawn dialogue, PluginCall right, PluginCall wrong) {
    return answer(dialogue, right).equals(answer(dialogue, wrong));
  }

  private static String answer(Drawn dialogue, PluginCall call) {
    return dialogue
        .plugins()
        .named(call.name())
        .map(plugin -> Execution.of(plugin, call.argument(), Limits.DEFAULT, CLOCK))
        .map(execution -> execution.outcome().printed())
        .orElse("");
  }
}
