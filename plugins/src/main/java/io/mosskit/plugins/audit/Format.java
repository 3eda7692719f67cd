package io.mosskit.plugins.audit;

import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The first stage: the rules of [ConversationCheck], the order of the results, and arguments that
/// their plugins can read. Citations are left to the third stage.
final class Format {

  private Format() {}

  static List<AuditFinding> numbering(Conversation dialogue) {
    return ConversationCheck.numbering(dialogue).stream().map(Format::finding).toList();
  }

  static List<AuditFinding> findings(String metaInstruction, Trace trace) {
    List<AuditFinding> findings = new ArrayList<>();
    for (Finding finding : ConversationCheck.violations(metaInstruction, trace.turn())) {
      if (finding.rule() != Rule.DANGLING_CITATION) {
        findings.add(finding(finding));
      }
    }
    order(trace).ifPresent(findings::add);
    return findings;
  }

  private static AuditFinding finding(Finding finding) {
    String kind = finding.rule().label();
    return new AuditFinding(Stage.FORMAT, finding.turn(), kind, "", finding.detail());
  }

  /// Whether the results of these very calls stand in the order of a [Round].
  private static Optional<AuditFinding> order(Trace trace) {
    List<PluginCall> echoed = trace.blocks().stream().map(Block::call).toList();
    List<PluginCall> grouped = Round.grouped(trace.calls());
    boolean otherCalls = !new HashSet<>(echoed).equals(new HashSet<>(grouped));
    if (otherCalls || echoed.equals(grouped)) {
      return Optional.empty();
    }
    String detail = "the results stand in the order %s, expected %s".formatted(echoed, grouped);
    return Optional.of(new AuditFinding(Stage.FORMAT, trace.number(), "result_order", "", detail));
  }

  /// Whether an argument could be read by its plugin.
  static Optional<AuditFinding> argument(int turn, PluginCall call, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Result _ -> Optional.empty();
      case Outcome.Failure(Outcome.Reason reason, String detail) ->
          switch (reason) {
            case MALFORMED_ARGUMENT, UNKNOWN_NAME ->
                Optional.of(
                    new AuditFinding(
                        Stage.FORMAT,
                        turn,
                        "unreadable_argument",
                        call.argument(),
                        "%s cannot read its argument: %s".formatted(call, detail)));
            case WRONG_OPERANDS,
                DIVISION_BY_ZERO,
                OUTSIDE_DOMAIN,
                COMPLEX_RESULT,
                OVERFLOW,
                LIMIT_EXCEEDED,
                NOTHING_FOUND,
                REFUSED,
                UNAVAILABLE ->
                Optional.empty();
          };
    };
  }
}
