package io.mosskit.curation.audit;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.plugins.audit.Replay;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Citations;
import io.mosskit.schema.trace.Citations.Citation;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.List;

/// Puts right what is certain: an answer that a plugin gives otherwise than the record says is
/// replaced, a citation of nothing is taken out, a bare one gets its tags. What a reply states is
/// never touched: where it does not follow from the answers after that, the dialogue is beyond
/// repair. Thread-safe.
public final class Repair {

  private final Replay replay;
  private final Auditor auditor;

  public Repair(Plugins plugins, Limits limits) {
    this.replay = new Replay(plugins, limits);
    this.auditor = new Auditor(plugins, limits);
  }

  /// What a dialogue became.
  ///
  /// @param dialogue the dialogue put right as far as that is certain
  /// @param audit of that dialogue; where it is clean, nothing is left to mend
  public record Repaired(Conversation dialogue, DialogueAudit audit) {}

  /// Mends a dialogue. One that has nothing to mend comes back as it is.
  public Repaired repair(Conversation dialogue) {
    List<Turn> turns = dialogue.turns().stream().map(this::repair).toList();
    Conversation mended = turns.equals(dialogue.turns()) ? dialogue : dialogue.withTurns(turns);
    return new Repaired(mended, auditor.audit(mended));
  }

  private Turn repair(Turn turn) {
    Turn answered = withAnswers(turn);
    String reply = cited(answered);
    return reply.equals(answered.reply())
        ? answered
        : answered.with(Field.MOSS, Field.MOSS.value(reply));
  }

  /// The turn with the answers that the plugins really give.
  private Turn withAnswers(Turn turn) {
    if (!(Results.parse(turn.body(Field.TOOL_RESPONSES))
        instanceof Results.Blocks(List<Block> recorded))) {
      return turn;
    }
    List<Block> found = recorded.stream().map(this::answered).toList();
    return found.equals(recorded)
        ? turn
        : turn.with(Field.TOOL_RESPONSES, Field.TOOL_RESPONSES.value(Results.body(found)));
  }

  /// The block as the plugin gives it. A numbered list stays: were its lines to change, nobody
  /// could say which of them a reply cites.
  private Block answered(Block recorded) {
    return recorded.numbers().isEmpty()
        ? replay
            .execute(recorded.call(), List.of(recorded.call()))
            .map(found -> answered(recorded, found))
            .orElse(recorded)
        : recorded;
  }

  private Block answered(Block recorded, Execution found) {
    return switch (found.outcome()) {
      case Outcome.Failure _ -> recorded;
      case Outcome.Result _ ->
          switch (replay.compare(recorded, found)) {
            case DIFFERENT, FAILURE_SUCCEEDS -> found.block();
            case EQUAL,
                WITHIN_TOLERANCE,
                FAILURE_CONFIRMED,
                FAILS_HERE,
                NO_RESULT,
                UNKNOWN_PLUGIN,
                NOT_REPLAYED,
                UNPARSEABLE ->
                recorded;
          };
    };
  }

  /// The reply with every citation in its published form, and without those of nothing.
  private static String cited(Turn turn) {
    Results results = Results.parse(turn.body(Field.TOOL_RESPONSES));
    int highest = Citations.highestNumber(results);
    String reply = turn.reply();
    List<Citation> citations = new ArrayList<>(Citations.of(reply));
    for (Citation citation : citations.reversed()) {
      String tag = "<|%d|>".formatted(citation.number());
      String wrapped = "<sup>" + tag + "</sup>";
      String there = citation.wrapped() ? wrapped : tag;
      boolean resolves = citation.number() >= 1 && citation.number() <= highest;
      if (reply.startsWith(there, citation.at()) && !(resolves && citation.wrapped())) {
        String rest = reply.substring(citation.at() + there.length());
        reply = reply.substring(0, citation.at()) + (resolves ? wrapped : "") + rest;
      }
    }
    return reply;
  }
}
