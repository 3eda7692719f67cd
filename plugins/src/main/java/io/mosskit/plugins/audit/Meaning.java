package io.mosskit.plugins.audit;

import io.mosskit.plugins.grounding.Evidence;
import io.mosskit.plugins.grounding.Grounding;
import io.mosskit.plugins.grounding.Unsupported;
import io.mosskit.schema.Field;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;

/// The third stage: whether a turn says only what it can know, asks the tool that fits, admits that
/// there is no answer where there is none, and speaks the user's language.
final class Meaning {

  /// The kind of a number in the reply that nothing supports.
  static final String NUMBER = "number";

  private final Trace trace;
  private final Evidence evidence;
  private final List<AuditFinding> findings = new ArrayList<>();

  /// @param evidence what was said before the turn; the turn's own words are added to it
  Meaning(Trace trace, Evidence evidence) {
    this.trace = trace;
    this.evidence = evidence;
  }

  /// What does not stand, in the order in which a turn is read. To be called once.
  List<AuditFinding> findings() {
    evidence.said(trace.turn().human());
    evidence.searched(trace.results());
    trace.calls().forEach(this::call);
    evidence.answered(trace.results());
    thoughts();
    for (Unsupported unsupported : Grounding.check(evidence, trace.turn().reply())) {
      add(kind(unsupported), unsupported.text(), detail(unsupported));
    }
    Manners.findings(trace).forEach(findings::add);
    return findings;
  }

  private void call(PluginCall call) {
    ToolFit.misfit(call).ifPresent(detail -> add("wrong_tool", call.toString(), detail));
    if (ToolFit.reckons(call)) {
      for (Unsupported number : Grounding.argument(evidence, call.argument())) {
        add(
            "argument_number",
            number.text(),
            "%s reckons with %s, which neither the user nor a result has given"
                .formatted(call, number.text()));
      }
    }
  }

  private void thoughts() {
    for (Unsupported number :
        Grounding.thoughts(evidence, trace.turn().body(Field.INNER_THOUGHTS))) {
      add(
          "thought_number",
          number.text(),
          "the inner thoughts give %s as a result, which nothing supports"
              .formatted(number.text()));
    }
  }

  private void add(String kind, String text, String detail) {
    findings.add(new AuditFinding(Stage.MEANING, trace.number(), kind, text, detail));
  }

  private static String kind(Unsupported unsupported) {
    return switch (unsupported) {
      case Unsupported.Numeral _ -> NUMBER;
      case Unsupported.Citation _ -> "citation";
      case Unsupported.Miscitation _ -> "wrong_citation";
      case Unsupported.Quotation _ -> "quotation";
      case Unsupported.Source _ -> "source";
    };
  }

  private static String detail(Unsupported unsupported) {
    return switch (unsupported) {
      case Unsupported.Miscitation(String text, _, int number) ->
          "%s is cited from result %d, which does not have it, while another has"
              .formatted(text, number);
      case Unsupported.Citation citation ->
          "%s is cited, and there is no such result".formatted(citation.text());
      case Unsupported.Numeral _, Unsupported.Quotation _, Unsupported.Source _ ->
          "nothing supports the %s \"%s\"".formatted(kind(unsupported), unsupported.text());
    };
  }
}
