package io.mosskit.curation.audit;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.grounding.Grounding;
import io.mosskit.plugins.grounding.Unsupported;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Audits dialogues that call plugins: every call is parsed, made again and compared with what the
/// record says; every reply is held against what it may rest on. A dialogue that calls nothing and
/// may call nothing has nothing to be held against, and is clean. A pure function of the dialogue
/// and the plugins; thread-safe.
public final class Auditor {

  /// The calls that the format itself knows, whether a plugin for them is installed or not.
  private static final Set<String> KNOWN =
      Arrays.stream(Capability.values())
          .flatMap(capability -> capability.command().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Plugins plugins;
  private final Limits limits;
  private final Answers answers;

  /// @param plugins those that are asked again; a call of any other is not replayed
  public Auditor(Plugins plugins, Limits limits) {
    this.plugins = plugins;
    this.limits = limits;
    this.answers = new Answers(plugins.named("Calculate"));
  }

  /// What there is to say about a dialogue.
  public DialogueAudit audit(Conversation dialogue) {
    List<CallAudit> calls = new ArrayList<>();
    List<ReplyAudit> replies = new ArrayList<>();
    List<Integer> failedTurns = new ArrayList<>();
    boolean mayCall = mayCall(dialogue);
    for (int i = 0; i < dialogue.turns().size(); i++) {
      Turn turn = dialogue.turns().get(i);
      calls.addAll(calls(turn));
      boolean failed = blocks(turn).stream().anyMatch(Block::failed);
      if (failed) {
        failedTurns.add(turn.number());
      }
      if (mayCall) {
        for (Unsupported unsupported : Grounding.check(dialogue.turns(), i)) {
          replies.add(new ReplyAudit(turn.number(), unsupported, failed));
        }
      }
    }
    int turns = dialogue.turns().size();
    return new DialogueAudit(dialogue.recordId(), turns, failedTurns, calls, replies);
  }

  private static boolean mayCall(Conversation dialogue) {
    return dialogue.meta().enabled().stream().anyMatch(each -> each.command().isPresent())
        || dialogue.turns().stream().anyMatch(turn -> !turn.isNone(Field.COMMANDS));
  }

  /// How a recorded answer compares with one had again: equal, near or different.
  Verdict compare(String recorded, String found) {
    return answers.compare(recorded, found);
  }

  static List<Block> blocks(Turn turn) {
    return Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Blocks(var blocks)
        ? blocks
        : List.of();
  }

  private List<CallAudit> calls(Turn turn) {
    String body = turn.body(Field.COMMANDS);
    return switch (Commands.parse(body)) {
      case Commands.None() -> List.of();
      case Commands.Malformed(_, String expected) ->
          List.of(
              new CallAudit(
                  turn.number(), "", body, null, "expected " + expected, Verdict.UNPARSEABLE));
      case Commands.Calls(List<PluginCall> calls) -> {
        List<Block> open = new ArrayList<>(blocks(turn));
        boolean inline = Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Inline;
        yield calls.stream().map(call -> call(turn, call, open, inline)).toList();
      }
    };
  }

  /// @param open the result blocks that belong to no call yet; that of this call is taken out
  private CallAudit call(Turn turn, PluginCall call, List<Block> open, boolean inline) {
    Optional<Block> block = open.stream().filter(each -> each.call().equals(call)).findFirst();
    block.ifPresent(open::remove);
    Optional<Plugin> plugin = plugins.named(call.name());
    String recorded = block.map(each -> each.text().strip()).orElse(null);
    if (plugin.isEmpty()) {
      boolean known = KNOWN.contains(call.name());
      Verdict verdict =
          !known
              ? Verdict.UNKNOWN_PLUGIN
              : block.isEmpty() && !inline ? Verdict.NO_RESULT : Verdict.NOT_REPLAYED;
      return new CallAudit(turn.number(), call.name(), call.argument(), recorded, null, verdict);
    }
    Outcome outcome = plugin.get().execute(call.argument(), limits);
    return new CallAudit(
        turn.number(),
        call.name(),
        call.argument(),
        recorded,
        outcome.toolMessage(),
        verdict(block, outcome));
  }

  private Verdict verdict(Optional<Block> recorded, Outcome outcome) {
    if (recorded.isEmpty()) {
      return Verdict.NO_RESULT;
    }
    boolean failedThen = recorded.get().failed();
    return switch (outcome) {
      case Outcome.Failure _ -> failedThen ? Verdict.FAILURE_CONFIRMED : Verdict.FAILS_HERE;
      case Outcome.Result(String text, _) ->
          failedThen ? Verdict.FAILURE_SUCCEEDS : answers.compare(recorded.get().text(), text);
    };
  }
}
