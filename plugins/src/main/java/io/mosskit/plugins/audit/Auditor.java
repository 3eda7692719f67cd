package io.mosskit.plugins.audit;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.grounding.Evidence;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Verifies dialogues that call plugins, in three [Stage]s: their format is held against its rules,
/// every call is made again and compared with what the record says, and every statement is held
/// against what it may rest on. A dialogue that calls nothing and may call nothing has its format
/// alone to be held against. A pure function of the dialogue and the plugins; thread-safe.
public final class Auditor {

  /// The calls that the format itself knows, whether a plugin for them is installed or not.
  private static final Set<String> KNOWN =
      Arrays.stream(Capability.values())
          .flatMap(capability -> capability.command().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Plugins plugins;
  private final Replay replay;
  private final boolean replays;

  /// @param plugins those that are asked again; a call of any other is not replayed
  public Auditor(Plugins plugins, Limits limits) {
    this(plugins, new Replay(plugins, limits), true);
  }

  private Auditor(Plugins plugins, Replay replay, boolean replays) {
    this.plugins = plugins;
    this.replay = replay;
    this.replays = replays;
  }

  /// The same without the second stage: no plugin is asked, and so no argument is read either.
  public Auditor withoutReplay() {
    return new Auditor(plugins, replay, false);
  }

  /// What there is to say about a dialogue. Receipts in its lineage are compared too.
  public DialogueAudit audit(Conversation dialogue) {
    Receipts receipts = new Receipts(Lineage.of(dialogue).receipts());
    boolean mayCall = mayCall(dialogue.meta(), dialogue.turns());
    Evidence evidence = new Evidence();
    List<TurnAudit> turns = new ArrayList<>();
    for (Turn turn : dialogue.turns()) {
      Trace trace = Trace.of(turn);
      turns.add(audit(dialogue.metaInstruction(), trace, mayCall, evidence, receipts));
      if (turns.size() < dialogue.turns().size()) {
        evidence.said(turn.reply());
      }
    }
    return new DialogueAudit(dialogue.recordId(), Format.numbering(dialogue), turns);
  }

  /// What there is to say about one turn, also while the dialogue is still held.
  ///
  /// @param meta whose switches say what may be called
  /// @param turns of the dialogue so far; later ones do not count
  /// @param index of the turn among them, from 0
  public TurnAudit audit(MetaInstruction meta, List<Turn> turns, int index) {
    Evidence evidence = new Evidence();
    for (Turn turn : turns.subList(0, index)) {
      evidence.said(turn.human());
      evidence.answered(Trace.of(turn).results());
      evidence.said(turn.reply());
    }
    boolean mayCall = mayCall(meta, turns.subList(0, index + 1));
    Trace trace = Trace.of(turns.get(index));
    return audit(meta.text(), trace, mayCall, evidence, new Receipts(List.of()));
  }

  private static boolean mayCall(MetaInstruction meta, List<Turn> turns) {
    return meta.enabled().stream().anyMatch(each -> each.command().isPresent())
        || turns.stream().anyMatch(turn -> !turn.isNone(Field.COMMANDS));
  }

  /// @param evidence what was said before the turn; the turn's own words are added to it
  private TurnAudit audit(
      String meta, Trace trace, boolean mayCall, Evidence evidence, Receipts receipts) {
    List<AuditFinding> findings = new ArrayList<>(Format.findings(meta, trace));
    List<CallAudit> calls = new ArrayList<>();
    calls(trace, receipts, calls, findings);
    findings.sort((one, other) -> one.stage().compareTo(other.stage()));
    if (mayCall) {
      findings.addAll(new Meaning(trace, evidence).findings());
    }
    return new TurnAudit(trace.number(), trace.failed(), calls, findings);
  }

  private void calls(
      Trace trace, Receipts receipts, List<CallAudit> calls, List<AuditFinding> findings) {
    if (trace.commands() instanceof Commands.Malformed(_, String expected)) {
      calls.add(unparseable(trace, expected));
      return;
    }
    List<Optional<Block>> answers = trace.answers();
    for (int i = 0; i < answers.size(); i++) {
      PluginCall call = trace.calls().get(i);
      Optional<Execution> found = replays ? replay.execute(call, trace.calls()) : Optional.empty();
      CallAudit audit = call(trace, call, answers.get(i), found, receipts);
      calls.add(audit);
      found
          .flatMap(each -> Format.argument(trace.number(), call, each.outcome()))
          .ifPresent(findings::add);
      findings.addAll(Executed.findings(audit));
    }
  }

  private CallAudit unparseable(Trace trace, String expected) {
    return new CallAudit(
        trace.number(),
        "",
        trace.turn().body(Field.COMMANDS),
        null,
        "expected " + expected,
        Verdict.UNPARSEABLE,
        ReceiptVerdict.NONE);
  }

  private CallAudit call(
      Trace trace,
      PluginCall call,
      Optional<Block> recorded,
      Optional<Execution> found,
      Receipts receipts) {
    return new CallAudit(
        trace.number(),
        call.name(),
        call.argument(),
        recorded.map(each -> each.text().strip()).orElse(null),
        found.map(each -> each.outcome().toolMessage()).orElse(null),
        verdict(call, recorded, found),
        receipts.take(call, found));
  }

  private Verdict verdict(PluginCall call, Optional<Block> recorded, Optional<Execution> found) {
    if (plugins.named(call.name()).isEmpty() && !KNOWN.contains(call.name())) {
      return Verdict.UNKNOWN_PLUGIN;
    }
    if (recorded.isEmpty()) {
      return Verdict.NO_RESULT;
    }
    return found.isEmpty() ? Verdict.NOT_REPLAYED : replay.compare(recorded.get(), found.get());
  }
}
