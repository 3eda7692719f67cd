package io.mosskit.generator.dialogue;

import io.mosskit.generator.dialogue.CallReading.Fault;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds what a teacher wrote about plugins against what it can know: the calls of a turn as soon
/// as they are made, the reply as soon as it is there, the dialogue once more as a whole.
final class Proof {

  /// What there is to find before a reply is there.
  private static final Set<String> OF_CALLS =
      Set.of("argument_number", "thought_number", "wrong_tool");

  private final Auditor auditor;
  private final MetaInstruction meta;

  Proof(PluginPlan plan) {
    this.auditor = new Auditor(plan.plugins(), plan.limits());
    // What is off is judged as strictly as what is on.
    Set<Capability> all = EnumSet.of(Capability.INNER_THOUGHTS);
    all.addAll(plan.available());
    this.meta = MetaInstruction.sevenLines(all);
  }

  /// What is wrong with calls that were made. Their results are left out: who thought and called
  /// did not know them.
  ///
  /// @param before the turns before
  Optional<Fault> ofCalls(List<Turn> before, String human, Act act) {
    List<String> bodies =
        List.of(human, act.thoughts(), act.commands(), Results.body(List.of()), "");
    return findings(before, Turn.withPlugins(before.size() + 1, bodies)).stream()
        .filter(finding -> OF_CALLS.contains(finding.kind()))
        .findFirst()
        .map(Proof::fault);
  }

  /// What is wrong with a turn that has its reply.
  Optional<Fault> ofReply(List<Turn> before, Turn turn) {
    return findings(before, turn).stream().findFirst().map(Proof::fault);
  }

  private List<AuditFinding> findings(List<Turn> before, Turn turn) {
    List<Turn> turns = new ArrayList<>(before);
    turns.add(turn);
    return auditor.withoutReplay().audit(meta, turns, before.size()).findings();
  }

  private static Fault fault(AuditFinding finding) {
    return new Fault(finding.kind(), finding.detail());
  }

  /// Everything that is found in a whole dialogue, each call made again.
  DialogueAudit ofDialogue(Conversation dialogue) {
    return auditor.audit(dialogue);
  }
}
