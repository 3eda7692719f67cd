package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.store.Verification;
import io.mosskit.generator.store.Verification.Count;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.plugins.audit.Stage;
import java.util.Set;

/// Counts what the verification of one dialogue has found so far. Not thread-safe.
final class Verifying {

  /// Faults that can only be seen by what was said before; all others can be seen in the answer.
  private static final Set<String> OF_MEANING =
      Set.of(
          "missing_call",
          "needless_call",
          "wrong_tool",
          "argument_number",
          "thought_number",
          "number",
          "citation",
          "wrong_citation",
          "missing_citation",
          "quotation",
          "source",
          "hidden_failure",
          "other_language",
          "wrong_language");

  private static final Count PASSED = new Count(1, 0, 0);

  private Verification sum = Verification.NOTHING;

  /// What was found so far.
  Verification soFar() {
    return sum;
  }

  /// Takes in what came of asking for thoughts and calls, or for a reply that rests on them.
  void asked(Outcome<?> outcome) {
    for (int i = 0; i < outcome.tries().size(); i++) {
      boolean again = i + 1 < outcome.tries().size();
      sum = sum.plus(of(outcome.tries().get(i), again));
    }
    if (outcome instanceof Outcome.Had<?>(Act act, _)) {
      Count calls = new Count(act.calls().size(), 0, 0);
      sum = sum.plus(new Verification(Count.NOTHING, calls, Count.NOTHING));
    }
  }

  private static Verification of(Try answer, boolean again) {
    String fault = answer.fault();
    if (fault.equals(Inquiry.TEACHER_REFUSED) || fault.equals(Inquiry.TEACHER_UNAVAILABLE)) {
      return Verification.NOTHING;
    }
    Count failed = new Count(1, 1, again ? 1 : 0);
    if (fault.isEmpty()) {
      return new Verification(PASSED, Count.NOTHING, PASSED);
    }
    return OF_MEANING.contains(fault)
        ? new Verification(PASSED, Count.NOTHING, failed)
        : new Verification(failed, Count.NOTHING, Count.NOTHING);
  }

  /// Takes in what was found in the whole dialogue.
  void audited(DialogueAudit audit) {
    sum =
        sum.plus(
            new Verification(
                found(audit, Stage.FORMAT),
                found(audit, Stage.EXECUTION),
                found(audit, Stage.MEANING)));
  }

  private static Count found(DialogueAudit audit, Stage stage) {
    return new Count(0, audit.findings(stage).size(), 0);
  }
}
