package io.mosskit.generator.dialogue;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.check.Place;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.schema.chat.Sampling;
import java.util.Optional;
import java.util.Set;

/// How the tokens that a dialogue may be are shared among its turns.
final class Room {

  /// Why a turn failed that has more tokens than there is room for.
  static final String TOO_LONG = "too_long";

  /// Faults that more room would have prevented.
  private static final Set<String> WANTING = Set.of(TOO_LONG, "truncated");

  /// A reply that gets fewer tokens is not asked for.
  private static final int LEAST_REPLY = 96;

  private static final int LEAST_USER_TURN = 32;

  private final DialoguePlan plan;
  private final TokenBudget budget;
  private final Script script;

  Room(DialoguePlan plan, Script script) {
    this.plan = plan;
    this.budget = plan.budget();
    this.script = script;
  }

  /// Whether a turn failed because there was too little room for it.
  static boolean isWanting(String fault) {
    return WANTING.contains(fault);
  }

  /// What is wanting where a turn does not fit any more.
  Optional<String> wanting(History history, int turn) {
    int left = turn == 1 ? left(history) : leftForOneMore(history) - LEAST_USER_TURN;
    return wanting(left, turn);
  }

  /// What is wanting where the results of a turn leave too little room for its reply.
  Optional<String> wantingForReply(History history, int turn) {
    return wanting(left(history), turn);
  }

  private Optional<String> wanting(int left, int turn) {
    return left < LEAST_REPLY
        ? Optional.of(
            "%d of %d tokens are left for the reply to turn %d, which is too few"
                .formatted(Math.max(0, left), budget.maxTokens(), turn))
        : Optional.empty();
  }

  /// How long the user's next turn may be.
  Place.Room ofUserTurn(History history) {
    return new Place.Room(leftForOneMore(history) - LEAST_REPLY, budget.count());
  }

  /// How long the reply may be for which the history waits.
  Place.Room ofReply(History history) {
    return new Place.Room(left(history), budget.count());
  }

  /// Whether there is room for a reply that is cut, and for the rest of it.
  boolean forTheRest(History history) {
    return left(history) >= 4 * plan.cutAfter() + LEAST_USER_TURN + LEAST_REPLY;
  }

  /// The longest answer to ask for, in tokens of the teacher's, which are taken for as long as
  /// MOSS's: up to about twice an even share of what is left, so that the turns to come have room.
  ///
  /// @param cut whether it is to be cut on purpose
  int limitOfReply(History history, int turn, boolean cut) {
    if (cut) {
      Dice dice = Dice.of(0, "cut", script.id(), turn);
      return plan.cutAfter() + dice.below(plan.cutAfter());
    }
    int turnsLeft = script.turns() - turn + 1;
    int share = Math.max(LEAST_REPLY, 2 * left(history) / (turnsLeft + 1));
    return Math.min(plan.replies().maxTokens(), share);
  }

  /// How replies are drawn, with another limit.
  Sampling sampling(int limit) {
    Sampling replies = plan.replies();
    return new Sampling(replies.temperature(), replies.topP(), limit, replies.seed());
  }

  private int left(History history) {
    return budget.leftBeside(script.meta(), history.turns());
  }

  private int leftForOneMore(History history) {
    return budget.leftBeside(script.meta(), history.turnsAndOneMore());
  }
}
